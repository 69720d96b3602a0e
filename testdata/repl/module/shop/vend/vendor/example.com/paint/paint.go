// Package paint knows colours.
package paint

import _ "embed"

//go:embed red.txt
var Red string
