//! Relative paths between folders, with `/` on all systems.

use std::path::{Component, Path, PathBuf};

use super::Error;

/// An absolute path: its root, such as a drive, and the names below it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Place {
    root: String,
    names: Vec<String>,
}

impl Place {
    /// Splits an absolute path.
    pub(in crate::cli) fn of(path: &Path) -> Result<Self, Error> {
        let mut place = Self { root: String::new(), names: Vec::new() };
        for component in path.components() {
            let text = component.as_os_str().to_str().ok_or_else(|| Error::NotUtf8(path.to_owned()))?;
            match component {
                Component::Prefix(_) => text.clone_into(&mut place.root),
                Component::ParentDir => drop(place.names.pop()),
                Component::Normal(_) => place.names.push(text.to_owned()),
                Component::RootDir | Component::CurDir => {}
            }
        }
        Ok(place)
    }

    /// The last name. `None` for a root.
    pub(in crate::cli) fn name(&self) -> Option<&str> {
        self.names.last().map(String::as_str)
    }

    /// The relative path from here to another place. `None` if they have different roots.
    pub(in crate::cli) fn path_to(&self, other: &Self) -> Option<String> {
        // The letter of a drive is written in either case.
        if !self.root.eq_ignore_ascii_case(&other.root) {
            return None;
        }
        let shared = self.names.iter().zip(&other.names).take_while(|(a, b)| a == b).count();
        let up = self.names.iter().skip(shared).map(|_| "..");
        let parts: Vec<&str> = up.chain(other.names.iter().skip(shared).map(String::as_str)).collect();
        Some(if parts.is_empty() { ".".to_owned() } else { parts.join("/") })
    }
}

/// The absolute path of a folder that may not exist yet, without symbolic links, as cargo sees it from inside.
pub(in crate::cli) fn resolve(folder: &Path) -> Result<PathBuf, Error> {
    let unreadable = |source| Error::Unreadable { path: folder.to_owned(), source };
    let absolute = std::path::absolute(folder).map_err(unreadable)?;
    for ancestor in absolute.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            return Ok(real.join(absolute.strip_prefix(ancestor).unwrap_or(Path::new(""))));
        }
    }
    Ok(absolute)
}

/// Whether a path is that of a folder, or of something below it. Neither needs to exist.
pub(in crate::cli) fn is_below(path: &Path, folder: &Path) -> bool {
    let place = |path: &Path| Place::of(&resolve(path).ok()?).ok();
    match (place(folder), place(path)) {
        (Some(folder), Some(path)) => folder.root == path.root && path.names.starts_with(&folder.names),
        _ => path.starts_with(folder),
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    fn place(root: &str, names: &str) -> Place {
        Place {
            root: root.to_owned(),
            names: names.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        }
    }

    #[test]
    fn paths_lead_up_and_down() {
        let from = place("", "code/app/crates/sfn");
        assert_eq!(from.path_to(&place("", "code/app/runtime")).as_deref(), Some("../../runtime"));
        assert_eq!(from.path_to(&place("", "other")).as_deref(), Some("../../../../other"));
        assert_eq!(from.path_to(&place("", "code/app/crates/sfn/runtime")).as_deref(), Some("runtime"));
        assert_eq!(from.path_to(&place("", "code/app/crates/sfn")).as_deref(), Some("."));
    }

    #[test]
    fn a_path_stays_on_its_drive() {
        let from = place("C:", "code/app");
        assert_eq!(from.path_to(&place("c:", "code/runtime")).as_deref(), Some("../runtime"));
        assert_eq!(from.path_to(&place("D:", "code/runtime")), None);
        assert_eq!(from.path_to(&place(r"\\server\share", "runtime")), None);
    }

    #[cfg(windows)]
    #[test]
    fn the_root_of_a_path_is_its_drive() {
        let place = |path: &str| Place::of(path.as_ref()).expect("UTF-8");
        assert_eq!(place(r"C:\code\app").path_to(&place(r"C:\runtime")).as_deref(), Some("../../runtime"));
        assert_eq!(place(r"C:\code\app").path_to(&place(r"D:\runtime")), None);
    }
}
