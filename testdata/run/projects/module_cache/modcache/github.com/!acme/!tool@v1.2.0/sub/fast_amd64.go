//go:build gc && !purego

package sub

func twice(x int) int
