//! Which of the names that are there was meant by one that is not.

/// The one candidate that a slip of the fingers away from `name`; short names have none.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = match name.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    // Letters are forgotten more often than added.
    let rank = |c: &str| {
        let other_case = c.to_lowercase() != name.to_lowercase();
        (other_case, distance(name, c), c.len() < name.len())
    };
    candidates
        .into_iter()
        .filter(|c| *c != name)
        .map(|c| (rank(c), c))
        .filter(|((other, d, _), _)| !other || *d <= allowed)
        .min_by_key(|(rank, c)| (*rank, c.contains('_'), std::cmp::Reverse(c.len()), *c))
        .map(|(_, c)| c)
}

/// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a`; letters that
/// differ in case only count as nothing but one in all.
fn distance(a: &str, b: &str) -> usize {
    if a.eq_ignore_ascii_case(b) {
        return usize::from(a != b);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            rows[i][j] = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("println", "Println"), 1);
        assert_eq!(distance("form", "from"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn slips_are_corrected() {
        assert_eq!(nearest("mesage", ["massage", "message"]), Some("message"));
        assert_eq!(nearest("x", ["y", "X"]), Some("X"));
        assert_eq!(nearest("ab", ["ac"]), None);
    }
}
