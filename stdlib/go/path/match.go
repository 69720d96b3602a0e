package path

import "internal/pathmatch"

// ErrBadPattern is the error for a pattern of Match that is malformed.
var ErrBadPattern = pathmatch.ErrBadPattern

// Match reports whether all of name fits pattern, in which * stands for any characters but slashes,
// ? for one of them, [a-z] and [^a-z] for one of those and of all others, and \ takes the meaning
// from the next. The only error is ErrBadPattern.
func Match(pattern, name string) (matched bool, err error) {
	return pathmatch.Match(pattern, name, true)
}
