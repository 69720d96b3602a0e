// Package html escapes and unescapes texts for HTML.
package html

// EscapeString replaces <, >, &, ' and ".
func EscapeString(s string) string

// UnescapeString replaces all character references.
func UnescapeString(s string) string
