// Package structs marks structs whose layout in memory matters.
package structs

// HostLayout as the type of a field, mostly named _, says that the struct lies in memory as the host's
// C compiler would lay it out. In gorun all structs do.
type HostLayout struct {
	_ hostLayout
}

type hostLayout struct{}
