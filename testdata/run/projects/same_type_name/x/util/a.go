package util
type T int
