//! A server of the package that `whitesmith codegen` generates from `model/`.

use std::collections::BTreeMap;

use api::parcels::errors::FindParcelError;
use api::parcels::server::Parcels;
use api::parcels::types::{FindParcelInput, FindParcelOutput, NoSuchParcel, ParcelNumber};
use api::runtime::server::RequestContext;

/// Places of parcels.
#[derive(Debug, Default)]
pub struct Depot {
    places: BTreeMap<ParcelNumber, String>,
}

impl Depot {
    /// Sets the place of a parcel.
    pub fn put(&mut self, number: ParcelNumber, place: &str) {
        self.places.insert(number, place.to_owned());
    }
}

impl Parcels for Depot {
    async fn find_parcel(
        &self,
        input: FindParcelInput,
        _: RequestContext,
    ) -> Result<FindParcelOutput, FindParcelError> {
        let Some(place) = self.places.get(&input.number) else {
            let message = format!("there is no parcel `{}`", input.number);
            return Err(NoSuchParcel::builder().message(message).build()?.into());
        };
        Ok(FindParcelOutput::builder().place(place.clone()).build()?)
    }
}
