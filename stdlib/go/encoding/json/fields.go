package json

import (
	"encoding"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// field is a field of a struct, or one that an embedded struct promotes.
type field struct {
	name     string
	isTagged bool  // the name is from a tag
	index    []int // the way to it
	typ      reflect.Type

	plainKey, escapedKey []byte // "name": without and with escapes for HTML

	omitEmpty bool
	isZero    func(reflect.Value) bool // of omitzero, else nil
	isQuoted  bool                     // of string
}

// structFields are the fields of a struct type that count.
type structFields struct {
	list     []field
	byName   map[string]*field
	byFolded map[string]*field // by the name without its case; the first in the list
}

var knownFields sync.Map // reflect.Type to *structFields

func fieldsOf(t reflect.Type) *structFields {
	if known, ok := knownFields.Load(t); ok {
		return known.(*structFields)
	}
	known, _ := knownFields.LoadOrStore(t, findFields(t))
	return known.(*structFields)
}

// embedded is a struct whose fields are to be looked at.
type embedded struct {
	typ   reflect.Type
	index []int
}

// findFields goes through a struct type level by level of embedding.
func findFields(t reflect.Type) *structFields {
	var all []field
	level := []embedded{{typ: t}}
	times := map[reflect.Type]int{t: 1} // how often each type is on the present level
	seen := map[reflect.Type]bool{}
	for len(level) > 0 {
		var next []embedded
		nextTimes := map[reflect.Type]int{}
		for _, e := range level {
			if seen[e.typ] {
				continue
			}
			seen[e.typ] = true
			for i := range e.typ.NumField() {
				f, inner, ok := look(e, i)
				if !ok {
					continue
				}
				if inner != nil {
					if nextTimes[inner]++; nextTimes[inner] == 1 {
						next = append(next, embedded{inner, f.index})
					}
					continue
				}
				all = append(all, f)
				if times[e.typ] > 1 {
					all = append(all, f) // it is there more than once: nobody wins
				}
			}
		}
		level, times = next, nextTimes
	}
	list := dominant(all)
	known := &structFields{list: list, byName: map[string]*field{}, byFolded: map[string]*field{}}
	for i := range list {
		f := &list[i]
		f.plainKey = append(appendString(nil, f.name, false), ':')
		f.escapedKey = append(appendString(nil, f.name, true), ':')
		known.byName[f.name] = f
		folded := fold(f.name)
		if known.byFolded[folded] == nil {
			known.byFolded[folded] = f
		}
	}
	return known
}

// look makes the field i of a struct. inner is not nil if it is an embedded struct whose own fields
// count instead; ok is false if the field doesn't count.
func look(e embedded, i int) (f field, inner reflect.Type, ok bool) {
	sf := e.typ.Field(i)
	target := sf.Type
	if target.Name() == "" && target.Kind() == reflect.Pointer {
		target = target.Elem()
	}
	if !sf.IsExported() && !(sf.Anonymous && target.Kind() == reflect.Struct) {
		return f, nil, false
	}
	tag := sf.Tag.Get("json")
	if tag == "-" {
		return f, nil, false
	}
	name, rest, _ := strings.Cut(tag, ",")
	if !isValidName(name) {
		name = ""
	}
	f.index = append(slices.Clone(e.index), i)
	if name == "" && sf.Anonymous && target.Kind() == reflect.Struct {
		return f, target, true
	}
	f.name, f.isTagged, f.typ = name, name != "", sf.Type
	if name == "" {
		f.name = sf.Name
	}
	for option := range strings.SplitSeq(rest, ",") {
		switch option {
		case "omitempty":
			f.omitEmpty = true
		case "omitzero":
			f.isZero = zeroTest(sf.Type)
		case "string":
			switch target.Kind() {
			case reflect.Bool, reflect.String, reflect.Float32, reflect.Float64,
				reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
				reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
				f.isQuoted = true
			}
		}
	}
	return f, nil, true
}

func isValidName(name string) bool {
	for _, r := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return name != ""
}

// dominant chooses one field of each name by Go's rules, and puts them in order.
func dominant(all []field) []field {
	byName := map[string][]field{}
	var names []string
	for _, f := range all {
		if byName[f.name] == nil {
			names = append(names, f.name)
		}
		byName[f.name] = append(byName[f.name], f)
	}
	var chosen []field
	for _, name := range names {
		rivals := byName[name]
		better := func(a, b field) bool {
			if len(a.index) != len(b.index) {
				return len(a.index) < len(b.index)
			}
			return a.isTagged && !b.isTagged
		}
		best, isAlone := rivals[0], true
		for _, f := range rivals[1:] {
			switch {
			case better(f, best):
				best, isAlone = f, true
			case !better(best, f):
				isAlone = false
			}
		}
		if isAlone {
			chosen = append(chosen, best)
		}
	}
	slices.SortFunc(chosen, func(a, b field) int { return slices.Compare(a.index, b.index) })
	return chosen
}

// fold returns s with each character replaced by the smallest one that differs in case only.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		for {
			next := unicode.SimpleFold(r)
			if next <= r {
				return next
			}
			r = next
		}
	}, s)
}

type zeroer interface{ IsZero() bool }

var (
	zeroerType          = reflect.TypeFor[zeroer]()
	marshalerType       = reflect.TypeFor[Marshaler]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	numberType          = reflect.TypeFor[Number]()
)

// zeroTest returns what omitzero means for a type.
func zeroTest(t reflect.Type) func(reflect.Value) bool {
	switch {
	case t.Kind() == reflect.Interface && t.Implements(zeroerType):
		return func(v reflect.Value) bool {
			return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() || v.Interface().(zeroer).IsZero()
		}
	case t.Kind() == reflect.Pointer && t.Implements(zeroerType):
		return func(v reflect.Value) bool { return v.IsNil() || v.Interface().(zeroer).IsZero() }
	case t.Implements(zeroerType):
		return func(v reflect.Value) bool { return v.Interface().(zeroer).IsZero() }
	case reflect.PointerTo(t).Implements(zeroerType):
		return func(v reflect.Value) bool {
			if !v.CanAddr() {
				copied := reflect.New(t).Elem()
				copied.Set(v)
				v = copied
			}
			return v.Addr().Interface().(zeroer).IsZero()
		}
	}
	return reflect.Value.IsZero
}

// isEmpty is what omitempty means.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}
