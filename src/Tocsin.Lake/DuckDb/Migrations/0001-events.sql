-- No primary keys on the large tables: their indexes would cost more than the events. Writing looks up the keys of a
-- batch instead. Times are UTC.

CREATE TABLE events (
    key UBIGINT NOT NULL,
    platform VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    account UBIGINT NOT NULL,
    time TIMESTAMP NOT NULL,
    kind UTINYINT NOT NULL,
    text VARCHAR,
    language VARCHAR,
    target VARCHAR
);

-- What events said about accounts: each distinct profile with its first and last sighting, appended batch by batch.
-- Null means that the source did not say.
CREATE TABLE profiles (
    key UBIGINT NOT NULL,
    platform VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    handle VARCHAR,
    display_name VARCHAR,
    bio VARCHAR,
    created_at TIMESTAMP,
    followers BIGINT,
    following BIGINT,
    first_seen TIMESTAMP NOT NULL,
    last_seen TIMESTAMP NOT NULL
);

-- The newest word on each account (arg_max passes over nulls), from a table like profiles.
CREATE MACRO fold_profiles(source) AS TABLE
SELECT key, any_value(platform) AS platform, any_value(id) AS id,
       arg_max(handle, last_seen) AS handle, arg_max(display_name, last_seen) AS display_name,
       arg_max(bio, last_seen) AS bio, arg_max(created_at, last_seen) AS created_at,
       arg_max(followers, last_seen) AS followers, arg_max(following, last_seen) AS following,
       min(first_seen) AS first_seen, max(last_seen) AS last_seen
FROM query_table(source) GROUP BY key;

CREATE VIEW accounts AS FROM fold_profiles('profiles');

-- Every pair of names an account was seen with.
CREATE VIEW account_names AS
SELECT key AS account, handle, display_name, min(first_seen) AS first_seen, max(last_seen) AS last_seen
FROM profiles WHERE handle IS NOT NULL OR display_name IS NOT NULL
GROUP BY key, handle, display_name;

CREATE TABLE observables (
    event UBIGINT NOT NULL,
    time TIMESTAMP NOT NULL,
    account UBIGINT NOT NULL,
    kind UTINYINT NOT NULL,
    value_key UBIGINT NOT NULL,
    value VARCHAR NOT NULL
);

CREATE TABLE imports (
    id BIGINT NOT NULL,
    path VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    format VARCHAR NOT NULL,
    identity VARCHAR NOT NULL,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP,
    read BIGINT NOT NULL,
    imported BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    skipped BIGINT NOT NULL
);

CREATE TABLE rejects (
    import BIGINT NOT NULL,
    line BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    length BIGINT NOT NULL
);

-- A signal whole, as JSON, beside what is asked for most.
CREATE TABLE signals (
    id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    detector VARCHAR NOT NULL,
    active BOOLEAN NOT NULL,
    score DOUBLE NOT NULL,
    updated TIMESTAMP NOT NULL,
    document VARCHAR NOT NULL
);

-- The signal as it stood after each scan that changed it.
CREATE TABLE signal_history (
    signal VARCHAR NOT NULL,
    time TIMESTAMP NOT NULL,
    change VARCHAR NOT NULL,
    document VARCHAR NOT NULL
);

CREATE TABLE account_scores (
    account UBIGINT NOT NULL,
    score DOUBLE NOT NULL,
    signal VARCHAR
);

-- The names of the numbers; kept in step with the code whenever the lake is opened.
CREATE TABLE event_kinds (kind UTINYINT NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE observable_kinds (kind UTINYINT NOT NULL, name VARCHAR NOT NULL);

-- For reading by people: tocsin sql.
CREATE VIEW posts AS
SELECT e.time, e.platform, e.id, k.name AS kind, a.id AS account_id, a.handle, a.display_name,
       e.text, e.language, e.target, e.key, e.account
FROM events e
LEFT JOIN accounts a ON a.key = e.account
LEFT JOIN event_kinds k ON k.kind = e.kind;

CREATE VIEW shared AS
SELECT o.time, k.name AS kind, o.value, a.platform, a.id AS account_id, a.handle, o.event, o.account
FROM observables o
LEFT JOIN accounts a ON a.key = o.account
LEFT JOIN observable_kinds k ON k.kind = o.kind;

CREATE VIEW activity AS
SELECT a.platform, a.id, a.handle, a.display_name, a.created_at, a.followers, a.following,
       e.events, e.first_event, e.last_event, a.key
FROM accounts a
LEFT JOIN (SELECT account, count(*) AS events, min(time) AS first_event, max(time) AS last_event
           FROM events GROUP BY account) e ON e.account = a.key;
