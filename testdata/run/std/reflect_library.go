package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Things people do with reflection in libraries.

type Option func(*Server)
type Server struct {
	Addr    string        `flag:"addr" default:":80" usage:"listen address"`
	Timeout time.Duration `flag:"timeout" default:"5s"`
	TLS     struct {
		Cert, Key string
	} `flag:"tls"`
	Handlers map[string]Handler
	mu       sync.Mutex
	n        atomic.Int64
	OnClose  []func() error
}
type Handler interface {
	Serve(context.Context, *Req) (Resp, error)
}
type HandlerFunc func(context.Context, *Req) (Resp, error)

func (f HandlerFunc) Serve(c context.Context, r *Req) (Resp, error) { return f(c, r) }

type Req struct{ Name string }
type Resp struct {
	Code int
	Body io.Reader
}

type RPC struct{ calls []string }

func (r *RPC) Echo(ctx context.Context, in struct{ S string }) (struct{ S string }, error) {
	r.calls = append(r.calls, "Echo")
	return in, nil
}
func (r *RPC) Fail(ctx context.Context, in struct{ N int }) (*int, error) {
	return nil, fmt.Errorf("fail %d", in.N)
}
func (r *RPC) bad()       {}
func (r *RPC) NotRPC(int) {}

func register(svc any) map[string]reflect.Value {
	out := map[string]reflect.Value{}
	v := reflect.ValueOf(svc)
	ctxT, errT := reflect.TypeFor[context.Context](), reflect.TypeFor[error]()
	for i := range v.NumMethod() {
		m := v.Type().Method(i)
		t := m.Type
		if t.NumIn() != 3 || t.NumOut() != 2 || t.In(1) != ctxT || t.Out(1) != errT {
			continue
		}
		out[strings.ToLower(m.Name)] = v.Method(i)
	}
	return out
}

// proxy: an interface-like struct of funcs filled with MakeFunc.
type API struct {
	Get    func(ctx context.Context, id int) (string, error)
	Delete func(ids ...int) error
	Ping   func()
}

func bind(api any, call func(name string, args []any) []any) {
	v := reflect.ValueOf(api).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		name := v.Type().Field(i).Name
		t := f.Type()
		f.Set(reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value {
			args := make([]any, len(in))
			for i, a := range in {
				args[i] = a.Interface()
			}
			res := call(name, args)
			out := make([]reflect.Value, t.NumOut())
			for i := range out {
				if res[i] == nil {
					out[i] = reflect.Zero(t.Out(i))
				} else {
					out[i] = reflect.ValueOf(res[i])
				}
			}
			return out
		}))
	}
}

func pipeline(fns ...any) any {
	first, last := reflect.TypeOf(fns[0]), reflect.TypeOf(fns[len(fns)-1])
	var in, out []reflect.Type
	for i := range first.NumIn() {
		in = append(in, first.In(i))
	}
	for i := range last.NumOut() {
		out = append(out, last.Out(i))
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, first.IsVariadic()), func(args []reflect.Value) []reflect.Value {
		for i, f := range fns {
			v := reflect.ValueOf(f)
			if i == 0 && v.Type().IsVariadic() {
				args = v.CallSlice(args)
			} else {
				args = v.Call(args)
			}
		}
		return args
	}).Interface()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

type visitor func(path string, v reflect.Value)

func visit(path string, v reflect.Value, f visitor) {
	f(path, v)
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visit(path, v.Elem(), f)
		}
	case reflect.Struct:
		for fld, fv := range v.Fields() {
			visit(path+"."+fld.Name, fv, f)
		}
	case reflect.Map:
		keys := v.MapKeys()
		sort.Slice(keys, func(i, j int) bool { return fmt.Sprint(keys[i]) < fmt.Sprint(keys[j]) })
		for _, k := range keys {
			visit(fmt.Sprintf("%s[%v]", path, k), v.MapIndex(k), f)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			visit(fmt.Sprintf("%s[%d]", path, i), v.Index(i), f)
		}
	}
}

func sum[T any](xs ...T) (total float64) {
	for _, x := range xs {
		switch v := reflect.ValueOf(x); {
		case v.CanInt():
			total += float64(v.Int())
		case v.CanUint():
			total += float64(v.Uint())
		case v.CanFloat():
			total += v.Float()
		}
	}
	return
}

func main() {
	s := &Server{Handlers: map[string]Handler{"h": HandlerFunc(func(c context.Context, r *Req) (Resp, error) {
		return Resp{200, strings.NewReader("hi " + r.Name)}, nil
	})}}
	visit("s", reflect.ValueOf(s), func(path string, v reflect.Value) {
		if v.Kind() != reflect.Func && v.Kind() != reflect.Pointer && v.Kind() != reflect.Struct && !strings.Contains(path, "mu") {
			fmt.Println(path, v.Type(), v.CanSet(), v.IsZero())
		}
	})
	h := reflect.ValueOf(s.Handlers["h"])
	out := h.MethodByName("Serve").Call([]reflect.Value{reflect.ValueOf(context.Background()), reflect.ValueOf(&Req{"bob"})})
	b, _ := io.ReadAll(out[0].Field(1).Interface().(io.Reader))
	fmt.Println(out[0].Field(0), string(b), out[1].IsNil())
	rpc := &RPC{}
	reg := register(rpc)
	var names []string
	for n := range reg {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println(names)
	for _, n := range names {
		in := reflect.New(reg[n].Type().In(1)).Elem()
		if f := in.Field(0); f.Kind() == reflect.String {
			f.SetString("text")
		} else {
			f.SetInt(7)
		}
		out := reg[n].Call([]reflect.Value{reflect.ValueOf(context.TODO()), in})
		fmt.Println(n, out[0], out[1])
	}
	var api API
	bind(&api, func(name string, args []any) []any {
		fmt.Println("call", name, len(args), args[len(args)-min(1, len(args)):])
		switch name {
		case "Get":
			return []any{"value", nil}
		case "Delete":
			return []any{errors.New("denied")}
		}
		return nil
	})
	fmt.Println(api.Get(context.Background(), 5))
	fmt.Println(api.Delete(1, 2, 3), api.Delete())
	api.Ping()
	p := pipeline(strings.Fields, func(xs []string) (int, string) { return len(xs), strings.Join(xs, "-") }, func(n int, s string) string { return fmt.Sprint(n, s) }).(func(string) string)
	fmt.Println(p(" a b  c "))
	q := pipeline(fmt.Sprintf, strings.ToUpper).(func(string, ...any) string)
	fmt.Println(q("%d-%s", 4, "x"))
	fmt.Println(sum(1, 2, 3), sum[any](1, uint8(2), 2.5, "x"), sum(1.5, 2))
	// atomic.Value, sync.Map, context with types as keys.
	ctx := context.WithValue(context.Background(), reflect.TypeFor[Req](), &Req{"in ctx"})
	fmt.Println(ctx.Value(reflect.TypeFor[Req]()).(*Req).Name)
	var sm sync.Map
	sm.Store(reflect.TypeOf(0), "int type")
	x, ok := sm.Load(reflect.TypeFor[int]())
	fmt.Println(x, ok)
	type key struct {
		t reflect.Type
		n string
	}
	cache := map[key]int{{reflect.TypeOf(""), "a"}: 1}
	cache[key{reflect.TypeFor[string](), "a"}]++
	fmt.Println(cache[key{reflect.TypeOf("x"), "a"}])
	pc := reflect.ValueOf(register).Pointer()
	fmt.Println(runtime.FuncForPC(pc).Name(), reflect.ValueOf(rpc.Echo).Kind())
	fmt.Println(reflect.ValueOf(os.Stdout).Elem().Kind(), reflect.ValueOf(s).Elem().FieldByName("n").Type())
	reflect.ValueOf(&s.n).MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(int64(4))})
	fmt.Println(s.n.Load())
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		var re runtime.Error
		fmt.Println(errors.As(r.(error), &re))
	}()
	reflect.ValueOf(func(i int, xs []int) int { return xs[i] }).Call([]reflect.Value{reflect.ValueOf(5), reflect.ValueOf([]int{1})})
}
