//go:build !amd64 || !gc || purego

package sub

func twice(x int) int { return x + x }
