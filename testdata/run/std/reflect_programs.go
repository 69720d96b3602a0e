// Small programs that people write with package reflect: an encoder and decoder, a dependency injector, a
// table printer, a validator, an event bus, a deep copy, a flag-like setter, struct hashing.
package main

import (
	"encoding"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// ---- JSON

type Marshaler interface{ MarshalJSON() ([]byte, error) }

func encode(w *strings.Builder, v reflect.Value) error {
	if v.IsValid() && v.CanInterface() {
		if m, ok := v.Interface().(Marshaler); ok && (v.Kind() != reflect.Pointer || !v.IsNil()) {
			b, err := m.MarshalJSON()
			w.Write(b)
			return err
		}
		if v.CanAddr() {
			if m, ok := v.Addr().Interface().(Marshaler); ok {
				b, err := m.MarshalJSON()
				w.Write(b)
				return err
			}
		}
	}
	switch v.Kind() {
	case reflect.Invalid:
		w.WriteString("null")
	case reflect.Bool:
		w.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.WriteString(strconv.FormatUint(v.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		w.WriteString(strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits()))
	case reflect.String:
		w.WriteString(strconv.Quote(v.String()))
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.IsNil() {
			w.WriteString("null")
			return nil
		}
		w.WriteByte('[')
		for i := 0; i < v.Len(); i++ {
			if i > 0 {
				w.WriteByte(',')
			}
			if err := encode(w, v.Index(i)); err != nil {
				return err
			}
		}
		w.WriteByte(']')
	case reflect.Map:
		keys := v.MapKeys()
		sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
		w.WriteByte('{')
		for i, k := range keys {
			if i > 0 {
				w.WriteByte(',')
			}
			fmt.Fprintf(w, "%q:", k.String())
			if err := encode(w, v.MapIndex(k)); err != nil {
				return err
			}
		}
		w.WriteByte('}')
	case reflect.Struct:
		w.WriteByte('{')
		first := true
		for _, f := range reflect.VisibleFields(v.Type()) {
			if !f.IsExported() || f.Anonymous {
				continue
			}
			name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "-" {
				continue
			}
			if name == "" {
				name = f.Name
			}
			fv, err := v.FieldByIndexErr(f.Index)
			if err != nil || strings.Contains(opts, "omitempty") && fv.IsZero() {
				continue
			}
			if !first {
				w.WriteByte(',')
			}
			first = false
			fmt.Fprintf(w, "%q:", name)
			if err := encode(w, fv); err != nil {
				return err
			}
		}
		w.WriteByte('}')
	case reflect.Pointer, reflect.Interface:
		return encode(w, v.Elem())
	default:
		return fmt.Errorf("json: unsupported type: %v", v.Type())
	}
	return nil
}

func Marshal(x any) (string, error) {
	var w strings.Builder
	err := encode(&w, reflect.ValueOf(x))
	return w.String(), err
}

type Level int

func (l Level) MarshalJSON() ([]byte, error) { return []byte(`"L` + strconv.Itoa(int(l)) + `"`), nil }

type Stamp struct{ sec int64 }

func (s *Stamp) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "%d", s.sec), nil }

type Meta struct {
	ID      int    `json:"id"`
	Comment string `json:"comment,omitempty"`
}
type Doc struct {
	*Meta
	Title  string         `json:"title"`
	Tags   []string       `json:"tags"`
	Props  map[string]any `json:"props,omitempty"`
	Level  Level          `json:"level"`
	At     Stamp          `json:"at"`
	Kids   []*Doc         `json:"kids,omitempty"`
	Secret string         `json:"-"`
	Ratio  float32        `json:"ratio"`
	Grid   [2][2]uint8    `json:"grid"`
	Any    any
	hidden int
	Names  map[string]string `json:"names,omitempty"`
}

// ---- decoding key=value text into structs, with text unmarshalers found through addresses

type Size int

func (s *Size) UnmarshalText(b []byte) error {
	n, err := strconv.Atoi(strings.TrimSuffix(string(b), "k"))
	*s = Size(n * 1024)
	return err
}

type Config struct {
	Host    string        `env:"HOST" default:"localhost"`
	Port    uint16        `env:"PORT"`
	Debug   bool          `env:"DEBUG"`
	Wait    time.Duration `env:"WAIT"`
	Limit   Size          `env:"LIMIT"`
	List    []int         `env:"LIST"`
	Opt     *float64      `env:"OPT"`
	private int
}

func fill(dst any, env map[string]string) (err error) {
	v := reflect.ValueOf(dst)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return fmt.Errorf("fill: want pointer to struct, have %v", v.Type())
	}
	v = v.Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, ok := f.Tag.Lookup("env")
		if !ok {
			continue
		}
		text, ok := env[key]
		if !ok {
			text = f.Tag.Get("default")
		}
		if text != "" {
			if e := set(v.Field(i), text); e != nil {
				err = errors.Join(err, fmt.Errorf("%s: %w", f.Name, e))
			}
		}
	}
	return err
}

func set(v reflect.Value, text string) error {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text))
	}
	if v.Type() == reflect.TypeFor[time.Duration]() {
		d, err := time.ParseDuration(text)
		v.SetInt(int64(d))
		return err
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		b, err := strconv.ParseBool(text)
		v.SetBool(b)
		return err
	case reflect.Int:
		n, err := strconv.ParseInt(text, 10, v.Type().Bits())
		v.SetInt(n)
		return err
	case reflect.Uint16:
		n, err := strconv.ParseUint(text, 10, v.Type().Bits())
		v.SetUint(n)
		return err
	case reflect.Float64:
		x, err := strconv.ParseFloat(text, 64)
		v.SetFloat(x)
		return err
	case reflect.Slice:
		for _, part := range strings.Split(text, ",") {
			e := reflect.New(v.Type().Elem()).Elem()
			if err := set(e, part); err != nil {
				return err
			}
			v.Set(reflect.Append(v, e))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return set(v.Elem(), text)
	default:
		return fmt.Errorf("unsupported kind %v", v.Kind())
	}
	return nil
}

// ---- dependency injection

type Container struct {
	makers map[reflect.Type]reflect.Value
	made   map[reflect.Type]reflect.Value
}

func (c *Container) Provide(ctor any) {
	v := reflect.ValueOf(ctor)
	c.makers[v.Type().Out(0)] = v
}

func (c *Container) get(t reflect.Type, path []string) (reflect.Value, error) {
	if v, ok := c.made[t]; ok {
		return v, nil
	}
	for _, p := range path {
		if p == t.String() {
			return reflect.Value{}, fmt.Errorf("cycle: %s -> %v", strings.Join(path, " -> "), t)
		}
	}
	maker, ok := c.makers[t]
	if !ok && t.Kind() == reflect.Interface {
		for out, m := range c.makers {
			if out.Implements(t) {
				maker, ok = m, true
			}
		}
	}
	if !ok {
		return reflect.Value{}, fmt.Errorf("no constructor for %v", t)
	}
	var args []reflect.Value
	for i := range maker.Type().NumIn() {
		arg, err := c.get(maker.Type().In(i), append(path, t.String()))
		if err != nil {
			return reflect.Value{}, err
		}
		args = append(args, arg)
	}
	out := maker.Call(args)
	if len(out) == 2 && !out[1].IsNil() {
		return reflect.Value{}, out[1].Interface().(error)
	}
	c.made[t] = out[0]
	return out[0], nil
}

func (c *Container) Invoke(f any) error {
	v := reflect.ValueOf(f)
	var args []reflect.Value
	for i := range v.Type().NumIn() {
		arg, err := c.get(v.Type().In(i), nil)
		if err != nil {
			return err
		}
		args = append(args, arg)
	}
	v.Call(args)
	return nil
}

type Logger struct{ lines []string }

func (l *Logger) Log(s string) { l.lines = append(l.lines, s) }

type Store interface{ Get(int) string }
type memStore struct{ log *Logger }

func (m *memStore) Get(i int) string { m.log.Log("get"); return fmt.Sprint("item", i) }

type Service struct {
	store Store
	log   *Logger
}
type A struct{}
type B struct{}

// ---- tables

func table(w io.Writer, rows any) {
	v := reflect.ValueOf(rows)
	t := v.Type().Elem()
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var head []string
	var cols []int
	for i := range t.NumField() {
		if name, ok := t.Field(i).Tag.Lookup("col"); ok {
			head = append(head, name)
			cols = append(cols, i)
		}
	}
	fmt.Fprintln(tw, strings.Join(head, "\t"))
	for i := range v.Len() {
		for j, c := range cols {
			if j > 0 {
				fmt.Fprint(tw, "\t")
			}
			fmt.Fprint(tw, v.Index(i).Field(c))
		}
		fmt.Fprintln(tw)
	}
	tw.Flush()
}

// ---- commands found by method name; deep copy; an event bus

type Shell struct{ count int }

func (s *Shell) CmdEcho(args ...string) string { s.count++; return strings.Join(args, " ") }
func (s *Shell) CmdAdd(a, b int) (int, error)  { s.count++; return a + b, nil }
func (s *Shell) CmdFail() error                { return errors.New("failed") }
func (s *Shell) Helper()                       {}

func dispatch(target any, line string) string {
	parts := strings.Fields(line)
	m := reflect.ValueOf(target).MethodByName("Cmd" + strings.ToUpper(parts[0][:1]) + parts[0][1:])
	if !m.IsValid() {
		return "unknown command " + parts[0]
	}
	var in []reflect.Value
	for i, p := range parts[1:] {
		t := m.Type()
		pt := t.In(min(i, t.NumIn()-1))
		if t.IsVariadic() && i >= t.NumIn()-1 {
			pt = pt.Elem()
		}
		arg := reflect.New(pt).Elem()
		if err := set(arg, p); err != nil {
			return err.Error()
		}
		in = append(in, arg)
	}
	var out []string
	for _, o := range m.Call(in) {
		out = append(out, fmt.Sprint(o))
	}
	return strings.Join(out, "|")
}

func clone(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(clone(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(clone(v.Index(i)))
			}
		}
	case reflect.Map:
		out.Set(reflect.MakeMap(v.Type()))
		for k, e := range v.Seq2() {
			out.SetMapIndex(k, clone(e))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(clone(v.Field(i)))
			}
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(clone(v.Elem()))
		}
	default:
		out.Set(v)
	}
	return out
}

type bus map[reflect.Type][]reflect.Value

func (b bus) on(handler any) {
	v := reflect.ValueOf(handler)
	b[v.Type().In(0)] = append(b[v.Type().In(0)], v)
}

func (b bus) emit(event any) {
	for _, h := range b[reflect.TypeOf(event)] {
		h.Call([]reflect.Value{reflect.ValueOf(event)})
	}
}

func main() {
	d := &Doc{Meta: &Meta{ID: 7}, Title: "T \"q\"", Level: 3, At: Stamp{99}, Props: map[string]any{"z": 1.5, "a": []any{nil, true, "s"}}, Ratio: 0.1,
		Kids: []*Doc{{Title: "kid", Grid: [2][2]uint8{{1, 2}, {3, 4}}, Names: map[string]string{"k": "v"}}, nil}}
	fmt.Println(Marshal(d))
	fmt.Println(Marshal(map[string]any{"f": func() {}}))

	var c Config
	err := fill(&c, map[string]string{"PORT": "8080", "DEBUG": "true", "WAIT": "1m30s", "LIMIT": "4k", "LIST": "1,2,3", "OPT": "2.5"})
	fmt.Println(c.Host, c.Port, c.Debug, c.Wait, c.Limit, c.List, *c.Opt, err)
	fmt.Println(fill(&c, map[string]string{"PORT": "70000", "LIST": "x"}))
	fmt.Println(fill(3, nil))

	box := &Container{map[reflect.Type]reflect.Value{}, map[reflect.Type]reflect.Value{}}
	box.Provide(func() *Logger { return &Logger{} })
	box.Provide(func(l *Logger) *memStore { return &memStore{l} })
	box.Provide(func(s Store, l *Logger) (*Service, error) { return &Service{s, l}, nil })
	box.Provide(func(*B) *A { return nil })
	box.Provide(func(*A) *B { return nil })
	box.Provide(func() (*os.File, error) { return nil, errors.New("no file") })
	fmt.Println(box.Invoke(func(s *Service, l *Logger) { fmt.Println(s.store.Get(4), s.log == l, l.lines) }))
	fmt.Println(box.Invoke(func(*A) {}), box.Invoke(func(int) {}), box.Invoke(func(*os.File) {}))

	table(os.Stdout, []struct {
		Name string `col:"NAME"`
		skip int
		Age  int           `col:"AGE"`
		Took time.Duration `col:"TOOK"`
		E    error         `col:"ERR"`
	}{{"ann", 0, 30, time.Second, nil}, {"bartholomew", 1, 4, 1500 * time.Millisecond, io.EOF}})

	sh := &Shell{}
	for _, line := range []string{"echo a b c", "add 2 40", "add 2 x", "fail", "nope", "echo"} {
		fmt.Println(line, "=>", dispatch(sh, line))
	}
	fmt.Println(sh.count)
	t := reflect.TypeOf(sh)
	for i := range t.NumMethod() {
		fmt.Print(t.Method(i).Name, t.Method(i).Type, " ")
	}
	fmt.Println()

	orig := map[string]any{"list": []any{1, &Meta{1, "c"}}, "m": map[int][]string{1: {"x"}}}
	cp := clone(reflect.ValueOf(orig)).Interface().(map[string]any)
	fmt.Println(reflect.DeepEqual(orig, cp))
	cp["list"].([]any)[1].(*Meta).ID = 2
	fmt.Println(orig["list"].([]any)[1].(*Meta).ID, reflect.DeepEqual(orig, cp))

	b := bus{}
	b.on(func(s string) { fmt.Println("string", s) })
	b.on(func(m Meta) { fmt.Println("meta", m.ID) })
	b.on(func(m Meta) { fmt.Println("again", m.Comment) })
	b.emit("hi")
	b.emit(Meta{5, "c"})
	b.emit(5)
}
