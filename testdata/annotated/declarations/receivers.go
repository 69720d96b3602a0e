// Where methods may be declared.
package p

import "time"

type T struct{ field int }
type P *T
type I interface{ m() }
type G[A any] struct{}
type AG = G[int]
type GA[A any] = G[A]

func (T) m()      {}
func (t *T) m /* ERROR "method T.m already declared" */ () {}
func (T) field /* ERROR "field and method with the same name field" */ () {}
func (P /* ERROR "invalid receiver type P (pointer or interface type)" */) m()             {}
func (I /* ERROR "invalid receiver type I (pointer or interface type)" */) n()             {}
func (int /* ERROR "cannot define new methods on non-local type int" */) m()               {}
func (time /* ERROR "cannot define new methods on non-local type time.Time" */ .Time) m()  {}
func ([ /* ERROR "invalid receiver type []T" */ ]T) m()                                    {}
func (G[A]) ok()                                                                           {}
func (G[_]) blank()                                                                        {}
func (AG /* ERROR "cannot define new methods on instantiated type G[int]" */) m()          {}
func (GA /* ERROR "cannot define new methods on generic alias type GA[A any]" */ [A]) m()  {}
