/** Numbered steps that bring a database to the form this build reads. Never edit one that was released: add one. */
export const migrations: readonly string[] = [
  `
  -- The log of documents. A document is named as its room: <workspace id>.<document id>.
  CREATE TABLE log_doc (
    doc TEXT PRIMARY KEY, head INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL DEFAULT 1,
    last_batch TEXT, last_batch_first INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_update (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (doc, seq)
  ) STRICT;
  CREATE TABLE log_actor (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, actor TEXT, PRIMARY KEY (doc, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_client (
    doc TEXT NOT NULL, client INTEGER NOT NULL, actor TEXT, PRIMARY KEY (doc, client)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_checkpoint (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, encoding TEXT NOT NULL, bytes BLOB NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (doc, seq)
  ) STRICT;
  CREATE TABLE log_quarantine (
    id INTEGER PRIMARY KEY, doc TEXT NOT NULL, at INTEGER NOT NULL, why TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE workspace (
    id TEXT PRIMARY KEY, join_code TEXT UNIQUE, joining TEXT NOT NULL DEFAULT 'open', language TEXT NOT NULL,
    keep_days INTEGER NOT NULL DEFAULT 365, state TEXT NOT NULL DEFAULT 'open', created_at INTEGER NOT NULL,
    last_activity INTEGER NOT NULL, order_seed INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1,
    running_session TEXT, running_activity TEXT, timer_ends_at INTEGER, settings TEXT NOT NULL DEFAULT '{}'
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE perspective (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, id TEXT NOT NULL, title TEXT NOT NULL,
    marker TEXT NOT NULL, base TEXT NOT NULL, ord TEXT NOT NULL, PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE participant (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT,
    perspective TEXT, role TEXT NOT NULL, can_record INTEGER NOT NULL DEFAULT 0, stakeholder_id TEXT,
    consent TEXT, joined_at INTEGER, claimed INTEGER NOT NULL DEFAULT 1, removed_at INTEGER,
    authz_version INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;

  -- Secrets stand here as SHA-256 in hexadecimal, never as themselves.
  CREATE TABLE session_token (
    hash TEXT NOT NULL, kind TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    participant TEXT NOT NULL, created_at INTEGER NOT NULL, last_seen INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    revoked_at INTEGER, PRIMARY KEY (hash, workspace)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_token_participant ON session_token (workspace, participant);
  CREATE TABLE capability (
    hash TEXT PRIMARY KEY, kind TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    participant TEXT, created_at INTEGER NOT NULL, revoked_at INTEGER, used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX capability_workspace ON capability (workspace, kind);

  CREATE TABLE document (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, id TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '', ord TEXT NOT NULL, shape_version INTEGER NOT NULL DEFAULT 1,
    min_write INTEGER NOT NULL DEFAULT 1, locked_at INTEGER, locked_by TEXT, removed_at INTEGER,
    created_at INTEGER NOT NULL, PRIMARY KEY (workspace, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE item_maker (
    workspace TEXT NOT NULL, document TEXT NOT NULL, item TEXT NOT NULL, participant TEXT, perspective TEXT,
    session TEXT, activity TEXT, at INTEGER NOT NULL, PRIMARY KEY (workspace, document, item)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX item_maker_participant ON item_maker (workspace, participant);
  CREATE TABLE directory (
    workspace TEXT NOT NULL, document TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    attrs TEXT NOT NULL DEFAULT '{}', PRIMARY KEY (workspace, document, id)
  ) STRICT, WITHOUT ROWID;

  -- Decisions, actions, open points, dismissals, ballots, the server's part of sessions: things with a version.
  CREATE TABLE record (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, collection TEXT NOT NULL, id TEXT NOT NULL,
    ord TEXT NOT NULL, body TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (workspace, collection, id)
  ) STRICT, WITHOUT ROWID;

  -- A secret ballot: the choice knows no person, the voter no choice, and neither a time or a row number.
  CREATE TABLE choice (
    workspace TEXT NOT NULL, ballot TEXT NOT NULL, receipt_hash TEXT NOT NULL, perspective TEXT, choice TEXT NOT NULL,
    PRIMARY KEY (workspace, ballot, receipt_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE voted (
    workspace TEXT NOT NULL, ballot TEXT NOT NULL, participant TEXT NOT NULL,
    PRIMARY KEY (workspace, ballot, participant)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE estimate (
    workspace TEXT NOT NULL, map TEXT NOT NULL, stakeholder TEXT NOT NULL, attribute TEXT NOT NULL,
    participant TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (workspace, map, stakeholder, attribute, participant)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE exit_answer (
    workspace TEXT NOT NULL, session TEXT NOT NULL, question TEXT NOT NULL, receipt_hash TEXT NOT NULL,
    perspective TEXT, value TEXT NOT NULL, PRIMARY KEY (workspace, session, question, receipt_hash)
  ) STRICT, WITHOUT ROWID;

  -- What an imported file held and no place was found for: kept by path, merged back at export.
  CREATE TABLE leftover (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, path TEXT NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (workspace, path)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE idempotency (
    workspace TEXT NOT NULL, key TEXT NOT NULL, response TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (workspace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY, workspace TEXT, at INTEGER NOT NULL, action TEXT NOT NULL, object TEXT,
    result TEXT NOT NULL, origin TEXT, actor TEXT, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_workspace ON audit (workspace, at);
  `,
  `
  -- Written now and then to see whether the disk takes anything.
  CREATE TABLE heartbeat (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
  -- What this server made up once and must know after every start, and after a restored backup.
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- How each session stands, who is ready or asks for something, and every act of whoever led it.
  CREATE TABLE session_state (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, session TEXT NOT NULL, body TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (workspace, session)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session_signal (
    workspace TEXT NOT NULL, session TEXT NOT NULL, participant TEXT NOT NULL, kind TEXT NOT NULL, activity TEXT,
    text TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL, PRIMARY KEY (workspace, session, participant, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session_act (
    workspace TEXT NOT NULL, session TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, participant TEXT,
    act TEXT NOT NULL, activity TEXT, detail TEXT NOT NULL DEFAULT '{}', before TEXT, undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace, session, number)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What a file brought into a document, so that it can be taken back: rows it added and values it changed, as JSON.
  CREATE TABLE import (
    workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE, document TEXT NOT NULL, id TEXT NOT NULL,
    participant TEXT, title TEXT NOT NULL, at INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
    trace TEXT NOT NULL, undone_at INTEGER, PRIMARY KEY (workspace, document, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Words beside a vote, under the name of its choice; and what people write before it is shown to all together.
  CREATE TABLE choice_note (
    workspace TEXT NOT NULL, ballot TEXT NOT NULL, receipt_hash TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (workspace, ballot, receipt_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE draft (
    workspace TEXT NOT NULL, activity TEXT NOT NULL, participant TEXT NOT NULL, id TEXT NOT NULL,
    session TEXT NOT NULL, text TEXT NOT NULL, promise TEXT NOT NULL, PRIMARY KEY (workspace, activity, participant, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The session whose hall screen a link shows.
  ALTER TABLE capability ADD COLUMN session TEXT;
  `,
  `
  -- For whose group a scribe wrote a text; of whoever wrote it, when there is none.
  ALTER TABLE draft ADD COLUMN perspective TEXT;
  `,
]
