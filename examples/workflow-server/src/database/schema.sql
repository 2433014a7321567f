-- Tables of version 1. Times are nanoseconds since 1970. Columns of JSON have values of generated types.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- What updates of a state machine change. A revision is kept as long as a machine, version or execution uses it.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    definition TEXT NOT NULL,
    role TEXT NOT NULL,
    logging TEXT, -- JSON
    tracing TEXT, -- JSON
    made INTEGER NOT NULL
);

CREATE TABLE machine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    created INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision,
    -- Number of versions that were ever published, so that numbers are not reused.
    published INTEGER NOT NULL,
    -- `publish` and `versionDescription` of the request that created it.
    publish INTEGER NOT NULL,
    first_description TEXT
);
CREATE INDEX machine_revision ON machine (revision);

CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    machine INTEGER NOT NULL REFERENCES machine,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision,
    description TEXT,
    created INTEGER NOT NULL,
    UNIQUE (machine, number)
);
CREATE INDEX version_revision ON version (revision);

CREATE TABLE alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    machine INTEGER NOT NULL REFERENCES machine,
    name TEXT NOT NULL,
    description TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    -- Number of executions that were started with it.
    started INTEGER NOT NULL DEFAULT 0,
    UNIQUE (machine, name)
);

CREATE TABLE route (
    alias INTEGER NOT NULL REFERENCES alias ON DELETE CASCADE,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES version,
    weight INTEGER NOT NULL,
    PRIMARY KEY (alias, position)
) WITHOUT ROWID;
CREATE INDEX route_version ON route (version);

-- Executions outlive the machine, version and alias that they were started with, so those are ARNs.
CREATE TABLE execution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    arn TEXT NOT NULL UNIQUE,
    machine TEXT NOT NULL,
    machine_name TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision,
    version TEXT,
    alias TEXT,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    started INTEGER NOT NULL,
    stopped INTEGER,
    input TEXT,
    trace_header TEXT,
    output TEXT,
    error TEXT,
    cause TEXT
);
CREATE INDEX execution_machine ON execution (machine);
CREATE INDEX execution_version ON execution (version);
CREATE INDEX execution_alias ON execution (alias);
CREATE INDEX execution_revision ON execution (revision);

CREATE TABLE event (
    execution INTEGER NOT NULL REFERENCES execution ON DELETE CASCADE,
    id INTEGER NOT NULL,
    document TEXT NOT NULL, -- JSON
    PRIMARY KEY (execution, id)
) WITHOUT ROWID;

-- Image Builder: runs of an image's workflows, and their steps.
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    image TEXT NOT NULL,
    execution_id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL -- JSON
);
CREATE INDEX run_image ON run (image);

CREATE TABLE run_step (
    run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL, -- JSON
    PRIMARY KEY (run, position)
) WITHOUT ROWID;

-- Customer Profiles: workflows of domains, and their steps.
CREATE TABLE workflow (
    id INTEGER PRIMARY KEY,
    domain TEXT NOT NULL,
    workflow_id TEXT NOT NULL,
    UNIQUE (domain, workflow_id)
);

CREATE TABLE workflow_step (
    workflow INTEGER NOT NULL REFERENCES workflow ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL, -- JSON
    PRIMARY KEY (workflow, position)
) WITHOUT ROWID;
