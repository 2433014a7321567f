//! Lists in brackets, as rustfmt formats them: on one line, with a last item of several lines, filled, or one item per
//! line.

use std::borrow::Cow;

use super::node::{Chains, Node};
use super::space::{INDENT, Space, first_width, width};

/// Whether a comma follows the last item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trailing {
    /// If each item is on a separate line.
    OwnLines,
    /// Never, for macros that may not allow it.
    Never,
}

/// A list in brackets.
pub(super) struct List<'a> {
    /// The text before the bracket, such as a function's name.
    pub(super) head: &'a str,
    pub(super) brackets: [&'static str; 2],
    pub(super) items: Vec<Node<'a>>,
    /// Width of all items on one line.
    pub(super) limit: usize,
    pub(super) trailing: Trailing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    OneLine,
    OwnLines,
    Filled,
}

/// An item that is laid out. `None` if it does not fit.
type Text<'a> = Option<Cow<'a, str>>;

impl<'a> List<'a> {
    /// Formats the list within this space. `None` if an item does not fit.
    pub(super) fn layout(&self, space: Space, chains: Chains) -> Option<String> {
        let one_line = space.width.saturating_sub(width(self.head) + 2);
        let inner = Space::line(space.indent + INDENT).narrower(1)?;
        let mut items: Vec<Text<'a>> = self.items.iter().map(|item| item.layout(inner, chains)).collect();
        let layout = self.choose(&mut items, space, one_line, chains);
        let items: Option<Vec<Cow<'a, str>>> = items.into_iter().collect();
        let text = self.join(&items?, layout, inner);
        Some(self.wrap(&text, layout, space, inner))
    }

    fn tactic(&self, items: &[Text<'_>], one_line: usize) -> Layout {
        // With a comma and a space after each item.
        let mut texts = items.iter().flatten();
        let left = texts.try_fold(one_line.min(self.limit) + 2, |left, text| {
            left.checked_sub(width(text) + 2).filter(|_| !text.contains('\n'))
        });
        if left.is_some() { Layout::OneLine } else { Layout::OwnLines }
    }

    /// Chooses a layout, and formats the last item for it.
    fn choose(&self, items: &mut [Text<'a>], space: Space, one_line: usize, chains: Chains) -> Layout {
        let Some(last_item) = self.items.last() else { return Layout::OneLine };
        let last = items.len() - 1;
        let own = items[last].take();
        let is_single = items.len() == 1;
        // A short name is combined with its single argument.
        let is_combined = is_single && last_item.is_value() && self.head.len() < INDENT;
        let hanging = if is_combined || last_item.can_hang(items.len()) {
            let chains = if last_item.is_method_call() && !is_combined { Chains::OneLine } else { chains };
            self.hanging_space(items, space).and_then(|space| last_item.layout(space, chains))
        } else {
            None
        };
        if let Some(text) = hanging {
            items[last] = Some(text.lines().next().unwrap_or_default().to_owned().into());
            if self.tactic(items, one_line) == Layout::OneLine {
                let is_better_below = is_single && text.matches('\n').count() == 1;
                let below = own.filter(|own| is_better_below && !own.contains('\n'));
                items[last] = Some(below.unwrap_or(text));
                return Layout::OneLine;
            }
        }
        items[last] = own;
        if let (true, Some(text)) = (is_single && one_line != 0, &items[last])
            && !text.contains('\n')
            && width(text) <= one_line
        {
            return Layout::OneLine;
        }
        let is_short = |item: &Text<'_>| item.as_ref().is_some_and(|text| text.len() <= 10);
        match self.tactic(items, one_line) {
            Layout::OwnLines if items.iter().all(is_short) && self.items.iter().all(|item| item.is_simple()) => {
                Layout::Filled
            }
            layout => layout,
        }
    }

    /// The space for a last item whose further lines are below the list.
    fn hanging_space(&self, items: &[Text<'_>], space: Space) -> Option<Space> {
        let nothing = Space { width: 0, ..space };
        let space = space.after(width(self.head) + 1).and_then(|space| space.narrower(1)).unwrap_or(nothing);
        if let [single] = self.items.as_slice()
            && !single.is_nested_call()
        {
            return Some(space);
        }
        let before = items.iter().flatten().map(|text| text.len() + 2).sum();
        Space { width: space.width.min(self.limit), ..space }.after(before)
    }

    fn join(&self, items: &[Cow<'_, str>], layout: Layout, inner: Space) -> String {
        let has_trailing = layout == Layout::OwnLines && self.trailing == Trailing::OwnLines;
        match layout {
            Layout::OneLine => items.join(", "),
            Layout::OwnLines => items.join(&format!(",{}", inner.new_line())) + if has_trailing { "," } else { "" },
            Layout::Filled => filled(items, inner, self.trailing),
        }
    }

    fn wrap(&self, text: &str, layout: Layout, space: Space, inner: Space) -> String {
        let [open, close] = self.brackets;
        let taken = if text.is_empty() { 2 } else { first_width(text) + 1 };
        let is_beside = layout == Layout::OneLine && taken <= space.width.saturating_sub(width(self.head));
        let head = self.head;
        if is_beside || text.is_empty() {
            [head, open, text, close].concat()
        } else {
            [head, open, &inner.new_line(), text, &space.new_line(), close].concat()
        }
    }
}

/// As many items per line as fit.
pub(super) fn filled(items: &[impl AsRef<str>], space: Space, trailing: Trailing) -> String {
    let mut out = String::new();
    let mut line = 0;
    for (index, item) in items.iter().map(AsRef::as_ref).enumerate() {
        let is_last = index + 1 == items.len();
        let taken = width(item) + usize::from(!is_last || out.contains('\n'));
        if line > 0 && line + 1 + taken > space.width {
            out.push_str(&space.new_line());
            line = 0;
        } else if line > 0 {
            out.push(' ');
            line += 1;
        }
        out.push_str(item);
        if !is_last || trailing == Trailing::OwnLines {
            out.push(',');
        }
        line += taken;
    }
    out
}
