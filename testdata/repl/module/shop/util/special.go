//go:build special

package util

func Special() int { return 7 }
