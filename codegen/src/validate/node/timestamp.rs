//! Timestamps in node values (spec: "timestampFormat trait").

use super::{Timestamps, Walk};
use crate::diagnostic::ValueFacts;
use crate::model::time::{date_time, days_from_epoch, is_date, is_time, number};
use crate::model::{Member, Node, Shape, ShapeId};
use crate::traits::TimestampFormat;

impl Walk<'_, '_, '_, '_> {
    /// Checks a member that targets a timestamp.
    pub(super) fn timestamp_member(&mut self, member: &Member, value: &Node) {
        match self.options.timestamps {
            Timestamps::EpochSeconds => self.epoch_seconds(&member.id, value),
            Timestamps::AsFormatted => {
                if let Some(format) = member.get::<TimestampFormat>() {
                    self.formatted(&member.id, *format, value);
                }
            }
        }
    }

    /// Checks a timestamp shape, if the member has no other format.
    pub(super) fn timestamp(&mut self, shape: &Shape, value: &Node, referring: Option<&Member>) {
        if self.options.timestamps == Timestamps::EpochSeconds {
            // Members have their own format.
            if referring.is_none() {
                self.epoch_seconds(&shape.id, value);
            }
            return;
        }
        if referring.is_some_and(Member::has::<TimestampFormat>) {
            return;
        }
        match shape.get::<TimestampFormat>() {
            Some(format) => self.formatted(&shape.id, *format, value),
            None if value.as_number().is_some() => {}
            None if value.as_str().is_some() => self.date_time(&shape.id, value),
            None if value.is_null() && self.options.nulls == super::Nulls::Allowed => {}
            None => {
                let message = ValueFacts::Timestamp { found: value.kind(), shape: shape.id.clone() };
                self.error(message, value);
            }
        }
    }

    fn epoch_seconds(&mut self, id: &ShapeId, value: &Node) {
        let may_be_null = value.is_null() && self.options.nulls == super::Nulls::Allowed;
        if value.as_number().is_none() && !may_be_null {
            let message = ValueFacts::EpochSeconds { found: value.kind(), shape: id.clone() };
            self.error(message, value);
        }
    }

    fn formatted(&mut self, id: &ShapeId, format: TimestampFormat, value: &Node) {
        if value.is_null() && self.options.nulls == super::Nulls::Allowed {
            return;
        }
        match format {
            TimestampFormat::DateTime => self.date_time(id, value),
            TimestampFormat::EpochSeconds if value.as_number().is_none() => {
                let message = ValueFacts::TimestampType { found: value.kind(), format: format.name() };
                self.error(message, value);
            }
            TimestampFormat::HttpDate if !value.as_str().is_some_and(is_http_date) => {
                let shown = value.as_str().unwrap_or(value.kind());
                let message = ValueFacts::HttpDate { format: format.name(), found: shown.to_owned() };
                self.error(message, value);
            }
            TimestampFormat::EpochSeconds | TimestampFormat::HttpDate => {}
        }
    }

    fn date_time(&mut self, id: &ShapeId, value: &Node) {
        let Some(text) = value.as_str() else {
            let message = "Expected a string value for a date-time timestamp (e.g., \"1985-04-12T23:20:50.52Z\")";
            return self.error(message, value);
        };
        if date_time(text).is_none() {
            let message = ValueFacts::DateTime { found: text.to_owned(), shape: id.clone() };
            self.error(message, value);
        }
    }
}

/// Whether the text is an `IMF-fixdate` of RFC 9110.
fn is_http_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let words: Vec<&str> = text.split(' ').collect();
    let [weekday, day, month, year, time, "GMT"] = words.as_slice() else { return false };
    let month = MONTHS.iter().position(|name| name == month).map(|at| at as u32 + 1);
    let (day, year) = (number(day, 2), number(year, 4));
    let (Some(day_number), Some(month_number), Some(year_number)) = (day, month, year) else { return false };
    if !is_date(year, month, day) {
        return false;
    }
    let days = days_from_epoch(year_number, month_number, day_number);
    let name = DAYS.get(days.rem_euclid(7) as usize).copied().unwrap_or_default();
    weekday.strip_suffix(',') == Some(name) && is_time(time)
}

#[cfg(test)]
mod tests {
    use super::is_http_date;

    #[test]
    fn http_dates_name_their_day_of_the_week() {
        assert!(is_http_date("Tue, 29 Apr 2014 18:30:38 GMT"));
        assert!(is_http_date("Thu, 01 Jan 1970 00:00:00 GMT"));
        for wrong in ["Wed, 29 Apr 2014 18:30:38 GMT", "Tue, 29 Apr 2014 18:30:38 UTC", "29 Apr 2014 18:30:38 GMT", ""]
        {
            assert!(!is_http_date(wrong), "{wrong}");
        }
    }
}
