// Package pathmatch matches names with shell patterns, for packages path and path/filepath.
package pathmatch

import (
	"errors"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name fits the shell pattern: * ? [a-z] [^a-z] and \ before a character;
// * and ? do not match slashes. Where the match fails, the pattern is checked up to the next star, or all of it if
// whole.
func Match(pattern, name string, whole bool) (matched bool, err error) {
	// The place to go on from if what follows the last star does not match.
	starPattern, starName := "", ""
	starred, failed := false, false
	for {
		if pattern == "" {
			if name == "" {
				return !failed, nil
			}
		} else if pattern[0] == '*' {
			for pattern != "" && pattern[0] == '*' {
				pattern = pattern[1:]
			}
			starPattern, starName, starred = pattern, name, true
			continue
		} else {
			rest, width, ok, err := matchOne(pattern, name)
			if err != nil {
				return false, err
			}
			if ok {
				pattern, name = rest, name[width:]
				continue
			}
		}
		if !starred || starName == "" || starName[0] == '/' {
			return false, checkPattern(pattern, whole)
		}
		pattern, name = starPattern, starName[1:]
		starName = name
	}
}

// checkPattern reads the rest of a pattern for mistakes, up to a star unless whole.
func checkPattern(pattern string, whole bool) error {
	for pattern != "" {
		if pattern[0] == '*' {
			if !whole {
				return nil
			}
			pattern = pattern[1:]
			continue
		}
		rest, _, _, err := matchOne(pattern, "")
		if err != nil {
			return err
		}
		pattern = rest
	}
	return nil
}

// matchOne matches the first element of pattern, not a star, with the first character of name.
func matchOne(pattern, name string) (rest string, width int, ok bool, err error) {
	r, width := utf8.DecodeRuneInString(name)
	switch pattern[0] {
	case '?':
		return pattern[1:], width, width > 0 && r != '/', nil
	case '[':
		rest = pattern[1:]
		negated := rest != "" && rest[0] == '^'
		if negated {
			rest = rest[1:]
		}
		in := false
		for n := 0; ; n++ {
			if n > 0 && rest != "" && rest[0] == ']' {
				return rest[1:], width, width > 0 && in != negated, nil
			}
			var lo, hi rune
			if lo, rest, err = classChar(rest); err != nil {
				return
			}
			hi = lo
			if rest[0] == '-' {
				if hi, rest, err = classChar(rest[1:]); err != nil {
					return
				}
			}
			in = in || lo <= r && r <= hi
		}
	case '\\':
		pattern = pattern[1:]
		if pattern == "" {
			return "", 0, false, ErrBadPattern
		}
	}
	_, size := utf8.DecodeRuneInString(pattern)
	return pattern[size:], width, width == size && name[:width] == pattern[:size], nil
}

// classChar reads a character of a [class]; something must follow it.
func classChar(s string) (r rune, rest string, err error) {
	if s == "" || s[0] == '-' || s[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if s[0] == '\\' {
		s = s[1:]
		if s == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 || size == len(s) {
		return 0, "", ErrBadPattern
	}
	return r, s[size:], nil
}
