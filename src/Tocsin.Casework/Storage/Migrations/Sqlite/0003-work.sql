CREATE TABLE "work_runs" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_work_runs" PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "started" TEXT NULL,
    "ended" TEXT NULL,
    "result" TEXT NULL,
    "what" TEXT NULL,
    "where" TEXT NULL,
    "hint" TEXT NULL
);


CREATE INDEX "ix_work_runs_workspace_kind_id" ON "work_runs" ("workspace", "kind", "id");
