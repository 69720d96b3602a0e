package wrap

import "strings"

func Lines(s string, width int) (lines []string) {
	var line []string
	n := 0
	for word := range strings.FieldsSeq(s) {
		if n > 0 && n+1+len(word) > width {
			lines = append(lines, strings.Join(line, " "))
			line, n = nil, 0
		}
		if n > 0 {
			n++
		}
		line = append(line, word)
		n += len(word)
	}
	if n > 0 {
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}
