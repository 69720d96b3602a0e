package a

type I interface { hidden(); Shown() }
type Impl struct{}
func (Impl) hidden() {}
func (Impl) Shown() {}
