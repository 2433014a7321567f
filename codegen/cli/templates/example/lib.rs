//! Implements the service with notes in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use api::notes::types::{NoteId, NoteText};
use api::notes::{errors, server, types};
use whitesmith_runtime::server::{RequestContext, Service};

/// Notes in memory.
#[derive(Debug, Default)]
pub struct Server {
    notes: Mutex<BTreeMap<NoteId, NoteText>>,
}

/// The service, for an HTTP server such as `serve` or axum.
pub fn app() -> Service<server::Dispatch<Server>> {
    server::service(Server::default())
}

impl Server {
    fn notes(&self) -> MutexGuard<'_, BTreeMap<NoteId, NoteText>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl server::Notes for Server {
    async fn get_note(
        &self,
        input: types::GetNoteInput,
        _: RequestContext,
    ) -> Result<types::GetNoteOutput, errors::GetNoteError> {
        let Some(text) = self.notes().get(&input.id).cloned() else {
            let message = format!("there is no note `{}`", input.id);
            return Err(types::NoSuchNote::builder()
                .message(message)
                .build()?
                .into());
        };
        Ok(types::GetNoteOutput::builder().text(text).build()?)
    }

    async fn list_notes(
        &self,
        _: types::ListNotesInput,
        _: RequestContext,
    ) -> Result<types::ListNotesOutput, errors::ListNotesError> {
        let ids = self.notes().keys().cloned().collect::<Vec<_>>();
        Ok(types::ListNotesOutput::builder()
            .set_ids(Some(ids))
            .build()?)
    }

    async fn put_note(
        &self,
        input: types::PutNoteInput,
        _: RequestContext,
    ) -> Result<types::PutNoteOutput, errors::PutNoteError> {
        self.notes().insert(input.id, input.text);
        Ok(types::PutNoteOutput::default())
    }
}
