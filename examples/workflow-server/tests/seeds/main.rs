//! Behaviour of the services, statement by statement, over sockets with the generated clients. README.md has a table.

mod aliases;
mod executions;
mod histories;
mod images;
mod lists;
mod load;
mod machines;
mod profiles;
mod routing;
mod storage;
mod support;
mod table;
mod versions;
