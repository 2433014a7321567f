//! Verdicts, and the audiences to which they apply.

use crate::ir::{Module, Presence};

/// The minimum increase of the version number that a change requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// No change of the API or behavior.
    Patch,
    /// An addition.
    Minor,
    /// Existing code or data may break.
    Major,
}

impl Level {
    /// `patch`, `minor` or `major`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// Users of a generated module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Code that calls the client.
    Client,
    /// Code that implements the trait of the server.
    Server,
    /// Code that uses types of a module without client and server.
    Types,
    /// Values that were serialized with serde, and are read again.
    Stored,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Client, Self::Server, Self::Types, Self::Stored];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
            Self::Types => "types",
            Self::Stored => "stored",
        }
    }

    /// The name in text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stored => "stored data",
            other => other.id(),
        }
    }

    /// Audiences that use the API, to which Cargo's rules apply.
    pub const CODE: [Self; 3] = [Self::Client, Self::Server, Self::Types];

    fn index(self) -> usize {
        self as usize
    }
}

/// A verdict for each audience. Audiences without a verdict do not exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels([Option<Level>; 4]);

impl Levels {
    /// The same verdict for some audiences.
    pub fn of(audiences: &[Audience], level: Level) -> Self {
        audiences.iter().fold(Self::default(), |levels, audience| levels.with(*audience, level))
    }

    /// Raises the verdict of one audience.
    #[must_use]
    pub fn with(mut self, audience: Audience, level: Level) -> Self {
        if let Some(own) = self.0.get_mut(audience.index()) {
            *own = (*own).max(Some(level));
        }
        self
    }

    /// The other audiences.
    #[must_use]
    pub(super) fn without(mut self, audience: Audience) -> Self {
        if let Some(own) = self.0.get_mut(audience.index()) {
            *own = None;
        }
        self
    }

    /// The verdict of an audience.
    pub fn get(&self, audience: Audience) -> Option<Level> {
        self.0.get(audience.index()).copied().flatten()
    }

    /// The audiences that exist, with their verdicts.
    pub fn iter(&self) -> impl Iterator<Item = (Audience, Level)> + '_ {
        Audience::ALL.into_iter().filter_map(|audience| Some((audience, self.get(audience)?)))
    }

    /// Raises the verdicts to those of `other`.
    pub fn join(&mut self, other: &Self) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own = (*own).max(other);
        }
    }

    /// The highest verdict.
    pub fn worst(&self) -> Option<Level> {
        self.0.into_iter().flatten().max()
    }

    /// The audiences with the highest verdict.
    pub fn worst_audiences(&self) -> impl Iterator<Item = Audience> + '_ {
        let worst = self.worst();
        self.iter().filter(move |(_, level)| Some(*level) == worst).map(|(audience, _)| audience)
    }

    /// The same audiences, all with this verdict.
    #[must_use]
    pub fn at(&self, level: Level) -> Self {
        Self(self.0.map(|own| own.map(|_| level)))
    }

    /// The verdicts of these audiences; `Patch` for those that have none yet.
    #[must_use]
    pub fn within(&self, audiences: &Self) -> Self {
        let mut levels = audiences.at(Level::Patch);
        for (audience, level) in self.iter().filter(|(audience, _)| audiences.get(*audience).is_some()) {
            levels = levels.with(audience, level);
        }
        levels
    }

    /// `major (client), minor (server)`.
    pub fn text(&self) -> String {
        let each: Vec<String> =
            self.iter().map(|(audience, level)| format!("{} ({})", level.name(), audience.name())).collect();
        each.join(", ")
    }
}

impl Module {
    /// The audiences of the module, with the verdict of an unchanged one.
    pub(super) fn audiences(&self) -> Levels {
        let mut audiences = vec![Audience::Stored];
        audiences.extend((self.client != Presence::Absent).then_some(Audience::Client));
        audiences.extend((self.server != Presence::Absent).then_some(Audience::Server));
        audiences.extend(self.has_types_only().then_some(Audience::Types));
        Levels::of(&audiences, Level::Patch)
    }
}
