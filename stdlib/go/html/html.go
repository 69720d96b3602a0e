// Package html escapes text for HTML pages.
package html

// EscapeString returns s with <, >, &, ' and " as character references.
func EscapeString(s string) string

// UnescapeString returns s with all character references, such as &lt; &aacute; and &#225;,
// replaced by their characters.
func UnescapeString(s string) string
