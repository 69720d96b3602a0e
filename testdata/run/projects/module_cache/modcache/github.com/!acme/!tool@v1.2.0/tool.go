// Package tool has a name of its own.
package tool

import "github.com/acme/dep"

func Version() string { return "tool 1.2 with " + dep.Version }
