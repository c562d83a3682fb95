CREATE TABLE schema_version (
    version integer NOT NULL PRIMARY KEY,
    applied text NOT NULL
);

CREATE TABLE "answers" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    CONSTRAINT "pk_answers" PRIMARY KEY ("actor_id", "key", "operation")
);


CREATE TABLE "audit" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_audit" PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NULL,
    "before" TEXT NULL,
    "after" TEXT NULL,
    "idempotency_key" TEXT NULL
);


CREATE TABLE "hunts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_hunts" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "view" TEXT NULL,
    "owner_id" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "shared" INTEGER NOT NULL,
    "created" TEXT NOT NULL,
    "updated" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "invites" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_invites" PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "expires" TEXT NOT NULL,
    "used" TEXT NULL,
    "used_by" TEXT NULL,
    "revoked" TEXT NULL
);


CREATE TABLE "labels" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_labels" PRIMARY KEY AUTOINCREMENT,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "expires" TEXT NULL
);


CREATE TABLE "networks" (
    "signal_id" TEXT NOT NULL CONSTRAINT "pk_networks" PRIMARY KEY,
    "at" TEXT NOT NULL,
    "document" BLOB NOT NULL
);


CREATE TABLE "roles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_roles" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);


CREATE TABLE "settings" (
    "owner_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    CONSTRAINT "pk_settings" PRIMARY KEY ("owner_id", "key")
);


CREATE TABLE "signals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_signals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "detector" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "probability" REAL NOT NULL,
    "likelihood" INTEGER NOT NULL,
    "severity" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "accounts" INTEGER NOT NULL,
    "platforms" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "last" TEXT NOT NULL,
    "raised" TEXT NOT NULL,
    "updated" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "assignee_id" TEXT NULL,
    "assignee_name" TEXT NULL,
    "held_by" TEXT NULL,
    "held_by_name" TEXT NULL,
    "held_until" TEXT NULL,
    "snoozed_by" TEXT NULL,
    "snoozed_until" TEXT NULL,
    "snoozed_until_grown" INTEGER NOT NULL,
    "disposition_id" INTEGER NULL,
    "last_disposition" TEXT NULL,
    "decided_accounts" INTEGER NULL,
    "novelty" TEXT NOT NULL,
    "comments" INTEGER NOT NULL
);


CREATE TABLE "tags" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tags" PRIMARY KEY AUTOINCREMENT,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL
);


CREATE TABLE "users" (
    "id" TEXT NOT NULL CONSTRAINT "pk_users" PRIMARY KEY,
    "display_name" TEXT NOT NULL,
    "time_zone" TEXT NULL,
    "theme" TEXT NULL,
    "density" TEXT NULL,
    "wellbeing" TEXT NULL,
    "created" TEXT NOT NULL,
    "disabled" TEXT NULL,
    "last_sign_in" TEXT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "role_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_role_claims" PRIMARY KEY AUTOINCREMENT,
    "role_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_role_claims_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE
);


CREATE TABLE "comments" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_comments" PRIMARY KEY AUTOINCREMENT,
    "signal_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "fk_comments_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "dispositions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_dispositions" PRIMARY KEY AUTOINCREMENT,
    "signal_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "duplicate_of" TEXT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "accounts" INTEGER NOT NULL,
    "undone_at" TEXT NULL,
    "undone_by" TEXT NULL,
    "state_before" TEXT NOT NULL,
    "snoozed_by_before" TEXT NULL,
    "snoozed_until_before" TEXT NULL,
    "snoozed_until_grown_before" INTEGER NOT NULL,
    "disposition_before" INTEGER NULL,
    CONSTRAINT "fk_dispositions_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "member_decisions" (
    "signal_id" TEXT NOT NULL,
    "account" INTEGER NOT NULL,
    "included" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_member_decisions" PRIMARY KEY ("signal_id", "account"),
    CONSTRAINT "fk_member_decisions_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "signal_documents" (
    "signal_id" TEXT NOT NULL CONSTRAINT "pk_signal_documents" PRIMARY KEY,
    "document" BLOB NOT NULL,
    CONSTRAINT "fk_signal_documents_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "signal_history" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_signal_history" PRIMARY KEY AUTOINCREMENT,
    "signal_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "accounts" INTEGER NOT NULL,
    "document" BLOB NOT NULL,
    CONSTRAINT "fk_signal_history_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "signal_members" (
    "account" INTEGER NOT NULL,
    "signal_id" TEXT NOT NULL,
    CONSTRAINT "pk_signal_members" PRIMARY KEY ("signal_id", "account"),
    CONSTRAINT "fk_signal_members_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "signal_words" (
    "signal_id" TEXT NOT NULL CONSTRAINT "pk_signal_words" PRIMARY KEY,
    "text" TEXT NOT NULL,
    CONSTRAINT "fk_signal_words_signals_signal_id" FOREIGN KEY ("signal_id") REFERENCES "signals" ("id") ON DELETE CASCADE
);


CREATE TABLE "api_tokens" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_api_tokens" PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "created" TEXT NOT NULL,
    "expires" TEXT NULL,
    "last_used" TEXT NULL,
    "revoked" TEXT NULL,
    CONSTRAINT "fk_api_tokens_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "notifications" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_notifications" PRIMARY KEY AUTOINCREMENT,
    "person_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "read_at" TEXT NULL,
    CONSTRAINT "fk_notifications_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "sessions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sessions" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "started" TEXT NOT NULL,
    "last_seen" TEXT NOT NULL,
    "expires" TEXT NOT NULL,
    "ended" TEXT NULL,
    "address" TEXT NULL,
    "browser" TEXT NULL,
    "method" TEXT NOT NULL,
    CONSTRAINT "fk_sessions_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "setup_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_setup_links" PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "created" TEXT NOT NULL,
    "expires" TEXT NOT NULL,
    "used" TEXT NULL,
    CONSTRAINT "fk_setup_links_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_user_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_user_claims_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_user_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_user_logins_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_passkeys" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_user_passkeys" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "fk_user_passkeys_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_roles" (
    "user_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    CONSTRAINT "pk_user_roles" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "fk_user_roles_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_user_roles_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "user_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_user_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_user_tokens_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


CREATE TABLE "watermarks" (
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "audit_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_watermarks" PRIMARY KEY ("person_id", "name"),
    CONSTRAINT "fk_watermarks_users_person_id" FOREIGN KEY ("person_id") REFERENCES "users" ("id") ON DELETE CASCADE
);


INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('Admin', 'Admin', 'Admin', 'ADMIN');
SELECT changes();

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('Analyst', 'Analyst', 'Analyst', 'ANALYST');
SELECT changes();

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('Lead', 'Lead', 'Lead', 'LEAD');
SELECT changes();

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('Viewer', 'Viewer', 'Viewer', 'VIEWER');
SELECT changes();



CREATE INDEX "ix_answers_at" ON "answers" ("at");


CREATE UNIQUE INDEX "ix_api_tokens_hash" ON "api_tokens" ("hash");


CREATE INDEX "ix_api_tokens_person_id" ON "api_tokens" ("person_id");


CREATE INDEX "ix_audit_actor_id_id" ON "audit" ("actor_id", "id");


CREATE INDEX "ix_audit_at" ON "audit" ("at");


CREATE INDEX "ix_audit_subject_id" ON "audit" ("subject", "id");


CREATE INDEX "ix_comments_signal_id_id" ON "comments" ("signal_id", "id");


CREATE INDEX "ix_dispositions_at" ON "dispositions" ("at");


CREATE INDEX "ix_dispositions_signal_id_id" ON "dispositions" ("signal_id", "id");


CREATE INDEX "ix_hunts_owner_id" ON "hunts" ("owner_id");


CREATE UNIQUE INDEX "ix_invites_hash" ON "invites" ("hash");


CREATE UNIQUE INDEX "ix_labels_subject_kind_subject_id_text" ON "labels" ("subject_kind", "subject_id", "text");


CREATE INDEX "ix_labels_subject_kind_text" ON "labels" ("subject_kind", "text");


CREATE INDEX "ix_member_decisions_account" ON "member_decisions" ("account");


CREATE INDEX "ix_notifications_person_id_read_at_id" ON "notifications" ("person_id", "read_at", "id");


CREATE INDEX "ix_role_claims_role_id" ON "role_claims" ("role_id");


CREATE UNIQUE INDEX "role_name_index" ON "roles" ("normalized_name");


CREATE INDEX "ix_sessions_person_id" ON "sessions" ("person_id");


CREATE UNIQUE INDEX "ix_setup_links_hash" ON "setup_links" ("hash");


CREATE INDEX "ix_setup_links_person_id" ON "setup_links" ("person_id");


CREATE INDEX "ix_signal_history_signal_id_id" ON "signal_history" ("signal_id", "id");


CREATE INDEX "ix_signal_members_account" ON "signal_members" ("account");


CREATE INDEX "ix_signals_accounts_id" ON "signals" ("accounts" DESC, "id");


CREATE INDEX "ix_signals_assignee_id" ON "signals" ("assignee_id");


CREATE INDEX "ix_signals_facets" ON "signals" ("state", "snoozed_until", "kind", "detector", "severity", "likelihood", "novelty", "last_disposition", "assignee_id", "platforms", "active");


CREATE INDEX "ix_signals_raised_id" ON "signals" ("raised" DESC, "id");


CREATE INDEX "ix_signals_score_id" ON "signals" ("score" DESC, "id");


CREATE INDEX "ix_signals_updated_id" ON "signals" ("updated" DESC, "id");


CREATE UNIQUE INDEX "ix_tags_owner_id_subject_kind_subject_id_text" ON "tags" ("owner_id", "subject_kind", "subject_id", "text");


CREATE INDEX "ix_tags_owner_id_subject_kind_text" ON "tags" ("owner_id", "subject_kind", "text");


CREATE INDEX "ix_user_claims_user_id" ON "user_claims" ("user_id");


CREATE INDEX "ix_user_logins_user_id" ON "user_logins" ("user_id");


CREATE INDEX "ix_user_passkeys_user_id" ON "user_passkeys" ("user_id");


CREATE INDEX "ix_user_roles_role_id" ON "user_roles" ("role_id");


CREATE INDEX "email_index" ON "users" ("normalized_email");


CREATE UNIQUE INDEX "user_name_index" ON "users" ("normalized_user_name");
