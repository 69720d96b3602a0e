package repl

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// Full makes Show print long values whole.
var Full bool

// SetFull chooses whether long values are cut.
func SetFull(full bool) { Full = full }

const (
	maxItems = 50
	maxText  = 2000
	maxWidth = 76
	maxDepth = 12
)

// Show prints values, each with its type: the arguments are types and pointers to values.
func Show(values ...any) {
	var out strings.Builder
	for i := 0; i+1 < len(values); i += 2 {
		p := printer{full: Full, isRune: values[i] == "rune"}
		out.WriteString(p.value(reflect.ValueOf(values[i+1]).Elem(), 0, true))
		out.WriteString(" : ")
		out.WriteString(values[i].(string))
		if p.cut {
			out.WriteString("  (cut; :set full shows all)")
		}
		out.WriteByte('\n')
	}
	os.Stdout.WriteString(out.String())
}

type printer struct {
	full   bool
	cut    bool
	isRune bool
}

func typeName(t reflect.Type) string {
	return strings.ReplaceAll(strings.ReplaceAll(t.String(), "main.", ""), "interface {}", "any")
}

// value gives v in Go syntax; typed says whether composite values begin with their type.
func (p *printer) value(v reflect.Value, depth int, typed bool) string {
	if depth > maxDepth {
		p.cut = true
		return "..."
	}
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		if !p.full && len(s) > maxText {
			p.cut = true
			return strconv.Quote(s[:maxText]) + "..."
		}
		return strconv.Quote(s)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n := strconv.FormatInt(v.Int(), 10)
		if p.isRune && v.Int() >= 0 && v.Int() <= 0x10FFFF {
			return strconv.QuoteRune(rune(v.Int())) + " (" + n + ")"
		}
		return n + p.text(v, depth)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(v.Uint(), 10) + p.text(v, depth)
	case reflect.Float32:
		return strconv.FormatFloat(v.Float(), 'g', -1, 32)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Complex64, reflect.Complex128:
		return fmt.Sprint(v.Complex())
	case reflect.Interface:
		if v.IsNil() {
			return "nil"
		}
		inner := v.Elem()
		if e, ok := inner.Interface().(error); ok && depth == 0 {
			return strconv.Quote(e.Error()) + " (" + typeName(inner.Type()) + ")"
		}
		return p.value(inner, depth, true)
	case reflect.Pointer:
		if v.IsNil() {
			return "nil"
		}
		if v.Elem().Kind() == reflect.Struct && depth < 4 {
			return "&" + p.value(v.Elem(), depth+1, true)
		}
		return fmt.Sprintf("(%s)(%#x)", typeName(v.Type()), v.Pointer())
	case reflect.Struct:
		var items []string
		for i := 0; i < v.NumField(); i++ {
			items = append(items, v.Type().Field(i).Name+": "+p.value(v.Field(i), depth+1, true))
		}
		return p.composite(v, items, depth, true)
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.IsNil() {
			return "nil"
		}
		var items []string
		for i := 0; i < v.Len(); i++ {
			if !p.full && i == maxItems {
				p.cut = true
				items = append(items, fmt.Sprintf("... %d more", v.Len()-i))
				break
			}
			items = append(items, p.value(v.Index(i), depth+1, false))
		}
		return p.composite(v, items, depth, typed)
	case reflect.Map:
		if v.IsNil() {
			return "nil"
		}
		var items []string
		for it := v.MapRange(); it.Next(); {
			if !p.full && len(items) == 4*maxItems {
				break
			}
			items = append(items, p.value(it.Key(), depth+1, false)+": "+p.value(it.Value(), depth+1, false))
		}
		sort.Strings(items)
		if !p.full && len(items) > maxItems {
			items = append(items[:maxItems], fmt.Sprintf("... %d more", v.Len()-maxItems))
			p.cut = true
		}
		return p.composite(v, items, depth, typed)
	case reflect.Func:
		if v.IsNil() {
			return "nil"
		}
		return "func"
	case reflect.Chan:
		if v.IsNil() {
			return "nil"
		}
		return fmt.Sprintf("chan(len %d, cap %d)", v.Len(), v.Cap())
	}
	return fmt.Sprint(v)
}

// text adds what String says of a number with a name.
func (p *printer) text(v reflect.Value, depth int) string {
	if !v.CanInterface() {
		return ""
	}
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return " (" + s.String() + ")"
	}
	return ""
}

// composite puts items on one line if they fit.
func (p *printer) composite(v reflect.Value, items []string, depth int, typed bool) string {
	name := ""
	if typed {
		name = typeName(v.Type())
	}
	width := len(name) + 2
	several := false
	for _, item := range items {
		width += len(item) + 2
		several = several || strings.Contains(item, "\n")
	}
	if width+4*depth <= maxWidth && !several {
		return name + "{" + strings.Join(items, ", ") + "}"
	}
	indent := strings.Repeat("    ", depth+1)
	return name + "{\n" + indent + strings.Join(items, ",\n"+indent) + ",\n" + strings.Repeat("    ", depth) + "}"
}

// SetProcs sets GOMAXPROCS.
func SetProcs(n int) { runtime.GOMAXPROCS(n) }

// Goroutines prints all goroutines but those of the session.
func Goroutines() {
	buf := make([]byte, 1<<20)
	for i, g := range strings.Split(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
		if i > 0 && !strings.Contains(g, "internal/repl.") {
			os.Stdout.WriteString(strings.TrimSpace(g) + "\n")
		}
	}
}
