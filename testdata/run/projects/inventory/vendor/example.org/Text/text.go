// Package text has another name than its folder.
package text

import "strings"

type Align int

const (
	Left Align = iota
	Right
)

// Pad pads s to n columns.
func Pad(s string, n int, a Align) string {
	fill := n - len([]rune(s))
	if fill <= 0 {
		return s
	}
	if a == Right {
		return strings.Repeat(" ", fill) + s
	}
	return s + strings.Repeat(" ", fill)
}
