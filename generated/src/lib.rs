//! Clients and servers generated from `models/`.
