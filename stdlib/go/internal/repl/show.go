package repl

import (
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Full makes Show print long values whole.
var Full bool

// SetFull chooses whether long values are cut.
func SetFull(full bool) { Full = full }

// SetProcs sets GOMAXPROCS.
func SetProcs(n int) { runtime.GOMAXPROCS(n) }

// FreeMemory gives what nothing refers to back to the system.
func FreeMemory() { debug.FreeOSMemory() }

const (
	maxItems = 100
	maxText  = 2000
	maxWidth = 76
	maxDepth = 24
	// So many pointers, maps and slices are followed on the way to a value, so many to one that a
	// library holds.
	maxPointers = 8
	maxForeign  = 3
	// So many elements of what a library keeps, and so many values in all.
	maxHidden = 10
	maxValues = 500
	tab       = "    "
)

// What is shown at most of what is shown whole.
const (
	deepest  = 5000
	maxShown = 1 << 22
)

// Show prints values, each with its type: the arguments are types and pointers to values.
func Show(values ...any) {
	var out strings.Builder
	for i := 0; i+1 < len(values); i += 2 {
		name := values[i].(string)
		p := printer{full: Full, isRune: name == "rune"}
		v := reflect.ValueOf(values[i+1]).Elem()
		if v.Kind() != reflect.Interface {
			p.name = name
		}
		out.WriteString(p.value(v, 0, true))
		out.WriteString(" : ")
		out.WriteString(name)
		if p.cut {
			out.WriteString("  (cut; :set full shows all)")
		}
		out.WriteByte('\n')
	}
	write(1, out.String())
}

// A printer writes a value in Go syntax.
type printer struct {
	full bool
	// cut tells that something was left out.
	cut bool
	// isRune says that the value is a character.
	isRune bool
	// name is how the source calls the type of the outermost value.
	name string
	// above are the places of the values around this one.
	above []place
	// foreign counts the structs of libraries around this value.
	foreign int
	// shown counts values.
	shown int
	// indent is how far the lines of a value are moved.
	indent int
}

// typeName names a type as the session's code does.
func (p *printer) typeName(t reflect.Type, depth int) string {
	if depth == 0 && p.name != "" {
		return p.name
	}
	name := strings.ReplaceAll(t.String(), "main.", "")
	name = strings.ReplaceAll(name, "interface {}", "any")
	name = strings.ReplaceAll(name, "[]uint8", "[]byte")
	if strings.Contains(name, "[") && !strings.Contains(name, `"`) {
		// Type arguments have no spaces between them.
		name = strings.ReplaceAll(strings.ReplaceAll(name, ", ", ","), ",", ", ")
	}
	if strings.Contains(name, "·") {
		name = withoutNumbers(name)
	}
	return tight(tight(name, "struct {"), "interface {")
}

// tight leaves out the spaces inside of the braces of struct and interface types, but for those in
// tags.
func tight(name, begin string) string {
	before, rest, found := strings.Cut(name, begin)
	if !found {
		return name
	}
	depth, quoted := 1, false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
		if depth == 0 {
			inner := tight(strings.Trim(rest[:i], " "), begin)
			return before + strings.TrimSuffix(begin, " {") + "{" + inner + "}" + tight(rest[i+1:], begin)
		}
	}
	return name
}

// withoutNumbers leaves out what tells types of one name apart.
func withoutNumbers(name string) string {
	parts := strings.Split(name, "·")
	for i, part := range parts[1:] {
		parts[i+1] = strings.TrimLeft(part, "0123456789")
	}
	return strings.Join(parts, "")
}

// value gives v in Go syntax; typed says whether composite values begin with their type.
func (p *printer) value(v reflect.Value, depth int, typed bool) string {
	p.shown++
	if depth > maxDepth && !p.full || depth > deepest {
		p.cut = true
		return "..."
	}
	if text, ok := p.basic(v, depth); ok {
		return text + said(v)
	}
	switch v.Kind() {
	case reflect.Complex64, reflect.Complex128:
		return fmt.Sprint(v.Complex())
	case reflect.Interface:
		return p.dynamic(v, depth)
	case reflect.Pointer:
		return p.pointer(v, depth)
	case reflect.UnsafePointer:
		if v.IsNil() {
			return "nil"
		}
	case reflect.Struct:
		return p.structure(v, depth, typed)
	case reflect.Slice, reflect.Array:
		return p.sequence(v, depth, typed)
	case reflect.Map:
		return p.table(v, depth, typed)
	case reflect.Func:
		return function(v)
	case reflect.Chan:
		if v.IsNil() {
			return "nil"
		}
		return fmt.Sprintf("chan(len %d, cap %d)", v.Len(), v.Cap())
	}
	return fmt.Sprint(v)
}

// basic gives a string, a boolean or a real number.
func (p *printer) basic(v reflect.Value, depth int) (string, bool) {
	switch v.Kind() {
	case reflect.String:
		return p.quoted(v.String()), true
	case reflect.Bool:
		return strconv.FormatBool(v.Bool()), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n := strconv.FormatInt(v.Int(), 10)
		if p.isRune && v.Int() >= 0 && v.Int() <= utf8.MaxRune {
			if depth > 0 {
				return strconv.QuoteRune(rune(v.Int())), true
			}
			return strconv.QuoteRune(rune(v.Int())) + " (" + n + ")", true
		}
		return n, true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return strconv.FormatUint(v.Uint(), 10), true
	case reflect.Float32:
		return strconv.FormatFloat(v.Float(), 'g', -1, 32), true
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64), true
	}
	return "", false
}

// quoted gives a string, cut if it is long.
func (p *printer) quoted(s string) string {
	if p.full || len(s) <= maxText {
		return strconv.Quote(s)
	}
	p.cut = true
	end := maxText
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return strconv.Quote(s[:end]) + "..."
}

// dynamic gives what an interface holds.
func (p *printer) dynamic(v reflect.Value, depth int) string {
	if v.IsNil() {
		return "nil"
	}
	inner := v.Elem()
	if depth == 0 && inner.CanInterface() {
		if e, ok := inner.Interface().(error); ok {
			text, ok := called(e.Error)
			if ok {
				return p.quoted(text) + " (" + p.typeName(inner.Type(), 1) + ")"
			}
		}
	}
	t := inner.Type()
	if isNil(inner) {
		name := p.typeName(t, 1)
		if kind := t.Kind(); kind != reflect.Slice && kind != reflect.Map {
			name = "(" + name + ")"
		}
		return name + "(nil)"
	}
	if text, ok := p.basic(inner, depth+1); ok {
		return p.converted(text, t) + said(inner)
	}
	if t.Kind() == reflect.Complex64 || t.Kind() == reflect.Complex128 && t.Name() != "complex128" {
		return p.typeName(t, 1) + p.value(inner, depth+1, true)
	}
	return p.value(inner, depth+1, true)
}

// isNil tells whether v is a nil value of a type that can be told from its neighbours.
func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Func, reflect.Chan:
		return v.IsNil()
	}
	return false
}

// converted gives a basic value as one of this type where nothing else tells the type.
func (p *printer) converted(text string, t reflect.Type) string {
	switch t.Name() {
	case "string", "bool", "int":
		return text
	case "float64":
		if !strings.ContainsAny(text, ".eIN") {
			text += ".0"
		}
		return text
	}
	return p.typeName(t, 1) + "(" + text + ")"
}

func (p *printer) pointer(v reflect.Value, depth int) string {
	if v.IsNil() {
		return "nil"
	}
	if text, ok := library(v); ok {
		return text
	}
	target := v.Elem()
	switch target.Kind() {
	case reflect.Slice, reflect.Map:
		if target.IsNil() {
			break
		}
		fallthrough
	case reflect.Struct, reflect.Array:
		if !p.enter(v) {
			return "(" + p.typeName(v.Type(), depth) + ")(cycle)"
		}
		defer p.leave()
		most := maxPointers
		if isForeign(target.Type()) {
			most = maxForeign
		}
		if !p.full && len(p.above) > most {
			p.cut = true
			return "&" + p.typeName(target.Type(), depth+1) + "{...}"
		}
		return "&" + p.value(target, depth+1, true)
	}
	return fmt.Sprintf("(%s)(%#x)", p.typeName(v.Type(), depth), v.Pointer())
}

// isForeign tells whether a type is of a library: what it keeps is of less interest.
func isForeign(t reflect.Type) bool { return t.PkgPath() != "" && t.PkgPath() != "main" }

// A place is where a pointer, a map or a slice leads.
type place struct {
	at   uintptr
	len  int
	kind reflect.Type
}

// enter notes that what v leads to is being shown; false if it is already.
func (p *printer) enter(v reflect.Value) bool {
	here := place{at: v.Pointer(), kind: v.Type()}
	if v.Kind() == reflect.Slice {
		here.len = v.Len()
	}
	if slices.Contains(p.above, here) {
		return false
	}
	p.above = append(p.above, here)
	return true
}

// leave ends what enter began.
func (p *printer) leave() { p.above = p.above[:len(p.above)-1] }

// isFull tells whether so many values have been shown that an element more would be too much.
func (p *printer) isFull(i int) bool {
	most := maxItems
	if p.foreign > 0 {
		most = maxHidden
	}
	if p.full && p.shown < maxShown || i < most && p.shown < maxValues {
		return false
	}
	p.cut = true
	return true
}

func (p *printer) structure(v reflect.Value, depth int, typed bool) string {
	if text, ok := library(v); ok {
		return text
	}
	p.indent++
	if isForeign(v.Type()) {
		p.foreign++
		defer func() { p.foreign-- }()
	}
	var items []string
	for i := 0; i < v.NumField(); i++ {
		if name := v.Type().Field(i).Name; name != "_" {
			items = append(items, name+": "+p.value(v.Field(i), depth+1, true))
		}
	}
	p.indent--
	name := ""
	if typed {
		name = p.typeName(v.Type(), depth)
	}
	return p.composite(name, items) + said(v)
}

func (p *printer) sequence(v reflect.Value, depth int, typed bool) string {
	name := ""
	if typed {
		name = p.typeName(v.Type(), depth)
	}
	if v.Kind() == reflect.Slice {
		if v.IsNil() {
			return "nil"
		}
		if v.Type().Elem().Kind() == reflect.Uint8 && isText(v.Bytes()) {
			if name == "" {
				name = p.typeName(v.Type(), depth+1)
			}
			return name + "(" + p.quoted(string(v.Bytes())) + ")"
		}
		if !p.enter(v) {
			return p.typeName(v.Type(), depth+1) + "(cycle)"
		}
		defer p.leave()
	}
	p.indent++
	isRune := p.isRune
	p.isRune = depth == 0 && strings.HasSuffix(name, "]rune")
	var items []string
	for i := 0; i < v.Len(); i++ {
		if p.isFull(i) {
			items = append(items, fmt.Sprintf("... %d more", v.Len()-i))
			break
		}
		items = append(items, p.value(v.Index(i), depth+1, false))
	}
	p.isRune = isRune
	p.indent--
	return p.composite(name, items) + said(v)
}

// isText tells whether bytes are better shown as a string.
func isText(b []byte) bool {
	if len(b) == 0 || !utf8.Valid(b) {
		return false
	}
	for _, r := range string(b) {
		if !strconv.IsPrint(r) && r != '\n' && r != '\t' {
			return false
		}
	}
	return true
}

func (p *printer) table(v reflect.Value, depth int, typed bool) string {
	if v.IsNil() {
		return "nil"
	}
	name := ""
	if typed {
		name = p.typeName(v.Type(), depth)
	}
	if !p.enter(v) {
		return p.typeName(v.Type(), depth+1) + "(cycle)"
	}
	defer p.leave()
	p.indent++
	type entry struct{ key, value reflect.Value }
	var entries []entry
	for all := v.MapRange(); all.Next(); {
		entries = append(entries, entry{all.Key(), all.Value()})
	}
	sort.SliceStable(entries, func(i, j int) bool { return before(entries[i].key, entries[j].key) })
	var items []string
	for i, e := range entries {
		if p.isFull(i) {
			items = append(items, fmt.Sprintf("... %d more", len(entries)-i))
			break
		}
		items = append(items, p.value(e.key, depth+1, false)+": "+p.value(e.value, depth+1, false))
	}
	p.indent--
	return p.composite(name, items) + said(v)
}

// before orders the keys of a map.
func before(a, b reflect.Value) bool {
	switch {
	case a.Kind() != b.Kind():
		return a.Kind() < b.Kind()
	case a.CanInt():
		return a.Int() < b.Int()
	case a.CanUint():
		return a.Uint() < b.Uint()
	case a.CanFloat():
		return a.Float() < b.Float()
	case a.Kind() == reflect.String:
		return a.String() < b.String()
	case a.Kind() == reflect.Interface && !a.IsNil() && !b.IsNil():
		return before(a.Elem(), b.Elem())
	}
	return fmt.Sprint(a) < fmt.Sprint(b)
}

func function(v reflect.Value) string {
	if v.IsNil() {
		return "nil"
	}
	f := runtime.FuncForPC(v.Pointer())
	if f == nil {
		return "func"
	}
	name := strings.TrimPrefix(f.Name(), "main.")
	if strings.Contains(name, ".func") || strings.HasPrefix(name, "gorun_") {
		return "func literal"
	}
	name = name[strings.LastIndex(name, "/")+1:]
	return strings.TrimSuffix(name, "-fm")
}

// said adds what the Error or String method of one of the session's types, or of a number, says.
func said(v reflect.Value) string {
	if v.Type().Name() == "" || !v.CanInterface() {
		return ""
	}
	var text string
	var ok bool
	switch v := v.Interface().(type) {
	case error:
		text, ok = called(v.Error)
	case fmt.Stringer:
		text, ok = called(v.String)
	}
	if !ok || strings.Contains(text, "\n") || len(text) > maxWidth {
		return ""
	}
	return " (" + text + ")"
}

// library gives what a type of the standard library says of itself, which tells more than its
// fields.
func library(v reflect.Value) (string, bool) {
	t := v.Type()
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.PkgPath() == "" || t.PkgPath() == "main" || !v.CanInterface() {
		return "", false
	}
	if e, ok := v.Interface().(error); ok && v.Type().String() == "*errors.errorString" {
		return "errors.New(" + strconv.Quote(e.Error()) + ")", true
	}
	s, ok := v.Interface().(fmt.Stringer)
	if !ok {
		return "", false
	}
	text, ok := called(s.String)
	switch t.String() {
	case "bytes.Buffer", "strings.Builder":
		// It is its text.
		text = strconv.Quote(text)
	}
	return text, ok
}

// called gives the text unless the method panics.
func called(method func() string) (text string, ok bool) {
	defer func() {
		if !ok {
			recover()
		}
	}()
	return method(), true
}

// composite puts items on one line if they fit, else on as few as they need.
func (p *printer) composite(name string, items []string) string {
	line := name + "{" + strings.Join(items, ", ") + "}"
	if len(line)+len(tab)*p.indent <= maxWidth && !strings.Contains(line, "\n") {
		return line
	}
	inner := strings.Repeat(tab, p.indent+1)
	var out strings.Builder
	out.WriteString(name + "{")
	room := 0
	for _, item := range items {
		isShort := len(item) <= 12 && !strings.ContainsAny(item, "\n:")
		if !isShort || room < len(item)+2 {
			out.WriteString("\n" + inner)
			room = maxWidth - len(inner)
		} else {
			out.WriteByte(' ')
		}
		out.WriteString(item + ",")
		room -= len(item) + 2
		if !isShort {
			room = 0
		}
	}
	out.WriteString("\n" + strings.Repeat(tab, p.indent) + "}")
	return out.String()
}
