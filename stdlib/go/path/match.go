package path

import "internal/pathmatch"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = pathmatch.ErrBadPattern

// Match reports whether name fits the shell pattern: * ? [a-z] [^a-z] and \ before a character;
// * and ? do not match slashes.
func Match(pattern, name string) (matched bool, err error) {
	return pathmatch.Match(pattern, name, true)
}
