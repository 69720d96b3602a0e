package reflect

import (
	rt "internal/rtype"
	"strconv"
)

// StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string // of the package that an unexported name belongs to
	Type      Type   // the field's type
	Tag       StructTag
	Offset    uintptr // where it begins in the struct, in bytes
	Index     []int   // for Type.FieldByIndex
	Anonymous bool    // embedded
}

// IsExported reports whether the field's name begins with a capital letter.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is the tag of a field, by custom pairs of key:"value" with spaces between.
//
//	type T struct {
//		Name string `json:"name,omitempty" db:"n"`
//	}
type StructTag string

// Get returns the value for key, "" if there is none.
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup returns the value for key, and whether there is one, which may be empty.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	s := string(tag)
	for {
		for len(s) > 0 && s[0] == ' ' {
			s = s[1:]
		}
		n := 0
		for n < len(s) && s[n] > ' ' && s[n] != ':' && s[n] != '"' && s[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(s) || s[n] != ':' || s[n+1] != '"' {
			return "", false
		}
		name := s[:n]
		s = s[n+1:]
		end := 1
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(s) {
			return "", false
		}
		if name == key {
			value, err := strconv.Unquote(s[:end+1])
			return value, err == nil
		}
		s = s[end+1:]
	}
}

func (r *rtype) Field(i int) StructField {
	if r.Kind() != Struct {
		panic("reflect: Field of non-struct type " + r.String())
	}
	if i < 0 || i >= len(r.t.Fields) {
		panic("reflect: Field index out of bounds")
	}
	return structField(&r.t.Fields[i], []int{i})
}

func structField(f *rt.Field, index []int) StructField {
	return StructField{
		Name:      f.Name,
		PkgPath:   f.PkgPath,
		Type:      toType(f.Typ),
		Tag:       StructTag(f.Tag),
		Offset:    f.Offset,
		Index:     index,
		Anonymous: f.Embedded,
	}
}

func (r *rtype) FieldByIndex(index []int) StructField {
	if r.Kind() != Struct {
		panic("reflect: FieldByIndex of non-struct type " + r.String())
	}
	var f StructField
	for i, x := range index {
		t := &r.t
		if i > 0 {
			t = embeddedStruct(f.Type.common())
			if t == nil {
				t = f.Type.common()
			}
		}
		f = toRType(t).Field(x)
	}
	return f
}

// embeddedStruct is the struct type whose fields an embedded field of type t promotes, or nil.
func embeddedStruct(t *rt.Type) *rt.Type {
	if kindOf(t) == Pointer && t.Name == "" {
		t = t.Elem
	}
	if kindOf(t) == Struct {
		return t
	}
	return nil
}

func (r *rtype) FieldByName(name string) (StructField, bool) {
	r.mustBe(Struct, "FieldByName", "non-struct")
	if name == "" {
		return StructField{}, false
	}
	deeper := false
	for i := range r.t.Fields {
		f := &r.t.Fields[i]
		if f.Name == name {
			return structField(f, []int{i}), true
		}
		deeper = deeper || f.Embedded
	}
	if !deeper {
		return StructField{}, false
	}
	return findField(&r.t, func(s string) bool { return s == name })
}

func (r *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	r.mustBe(Struct, "FieldByNameFunc", "non-struct")
	return findField(&r.t, match)
}

// level is a struct type found at some depth, and how.
type level struct {
	t     *rt.Type
	index []int
	many  bool // found more than once at this depth: its fields hide each other
}

// findField looks for the one matching field at the shallowest depth that has any.
func findField(t *rt.Type, match func(string) bool) (StructField, bool) {
	seen := map[*rt.Type]bool{}
	for depth := []level{{t: t}}; len(depth) > 0; {
		var next []level
		var found StructField
		count := 0
		at := map[*rt.Type]int{}
		for _, l := range depth {
			if seen[l.t] {
				continue
			}
			seen[l.t] = true
			for i := range l.t.Fields {
				f := &l.t.Fields[i]
				if match(f.Name) {
					count++
					if l.many {
						count++
					}
					found = structField(f, extend(l.index, i))
					continue
				}
				if !f.Embedded {
					continue
				}
				e := embeddedStruct(f.Typ)
				if e == nil {
					continue
				}
				if j, again := at[e]; again {
					next[j].many = true
					continue
				}
				at[e] = len(next)
				next = append(next, level{t: e, index: extend(l.index, i), many: l.many})
			}
		}
		if count > 0 {
			if count > 1 {
				return StructField{}, false
			}
			return found, true
		}
		depth = next
	}
	return StructField{}, false
}

// extend is append to a copy.
func extend(index []int, i int) []int {
	out := make([]int, len(index)+1)
	copy(out, index)
	out[len(index)] = i
	return out
}

// VisibleFields returns all fields of the struct type t that have a name of their own in it: its
// fields and those that embedded fields promote, each directly after its embedded field. It panics
// if t is no struct type.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := visibleWalk{byName: map[string]int{}, visiting: map[Type]bool{}}
	w.walk(t, nil)
	out := w.fields[:0]
	for i, f := range w.fields {
		if !w.hidden[i] {
			out = append(out, f)
		}
	}
	return out
}

type visibleWalk struct {
	fields   []StructField
	hidden   []bool
	byName   map[string]int // index of the shallowest field so far
	visiting map[Type]bool
}

func (w *visibleWalk) walk(t Type, index []int) {
	if w.visiting[t] {
		return
	}
	w.visiting[t] = true
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		f.Index = extend(index, i)
		w.add(f)
		if f.Anonymous {
			inner := f.Type
			if inner.Kind() == Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() == Struct {
				w.walk(inner, f.Index)
			}
		}
	}
	delete(w.visiting, t)
}

func (w *visibleWalk) add(f StructField) {
	if old, ok := w.byName[f.Name]; ok {
		switch was := len(w.fields[old].Index); {
		case len(f.Index) == was:
			w.hidden[old] = true
			return
		case len(f.Index) > was:
			return
		default:
			w.hidden[old] = true
		}
	}
	w.byName[f.Name] = len(w.fields)
	w.fields = append(w.fields, f)
	w.hidden = append(w.hidden, false)
}
