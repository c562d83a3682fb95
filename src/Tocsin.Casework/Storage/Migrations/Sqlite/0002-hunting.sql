ALTER TABLE "hunts" ADD COLUMN "note" TEXT NULL;


CREATE TABLE "account_comments" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_comments" PRIMARY KEY AUTOINCREMENT,
    "account" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "hunt_looks" (
    "person_id" TEXT NOT NULL,
    "hunt_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    CONSTRAINT "pk_hunt_looks" PRIMARY KEY ("person_id", "hunt_id"),
    CONSTRAINT "fk_hunt_looks_hunts_hunt_id" FOREIGN KEY ("hunt_id") REFERENCES "hunts" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_hunt_looks_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE INDEX "ix_account_comments_account_id" ON "account_comments" ("account", "id");


CREATE INDEX "ix_hunt_looks_hunt_id" ON "hunt_looks" ("hunt_id");
