//go:build &&
package a
