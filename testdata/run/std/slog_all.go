// Messages with attributes, by all handlers.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type user struct {
	ID   int
	Name string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.String("name", u.Name))
}

type endless struct{}

func (e endless) LogValue() slog.Value { return slog.AnyValue(e) }

type panics struct{}

func (panics) LogValue() slog.Value { panic("no value") }

type text struct{ s string }

func (t text) MarshalText() ([]byte, error) {
	if t.s == "" {
		return nil, errors.New("no text")
	}
	return []byte(t.s), nil
}

type badJSON struct{}

func (badJSON) MarshalJSON() ([]byte, error) { return nil, errors.New("no json") }

type pointerPanic struct{ n int }

func (p *pointerPanic) String() string               { return fmt.Sprint(p.n) }
func (p *pointerPanic) MarshalText() ([]byte, error) { return []byte(fmt.Sprint(p.n)), nil }

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

var at = time.Date(2026, 11, 21, 7, 45, 1, 123456789, time.UTC)

func everything(l *slog.Logger) {
	l.Info("plain")
	l.Debug("debug")
	l.Warn("with space", "a", 1, "b", "two words", "c", true, "d", 1.5, "e", nil)
	l.Error("", "empty", "", "quote", `q"q`, "eq", "a=b", "nl", "a\nb", "back", `a\b`, "uni", "é世\u2028", "bad", "\xff", "html", "<&>", "tab", "\t", "del", "\x7f")
	l.Info("kinds", slog.Int64("i", -5), slog.Uint64("u", math.MaxUint64), slog.Float64("f", 1e21), slog.Bool("b", false), slog.Duration("d", 1500*time.Millisecond), slog.Time("t", at), slog.Any("x", []int{1, 2}), slog.Any("m", map[string]int{"b": 1, "a": 2}), slog.Any("s", struct{ A, B int }{1, 2}))
	l.Info("any", "err", errors.New("it failed"), "secret", secret("x"), "user", user{7, "Ada Lovelace"}, "text", text{"t x"}, "notext", text{}, "badjson", badJSON{}, "bytes", []byte("b c"), "level", slog.LevelWarn, "nilp", (*pointerPanic)(nil), "ptr", &pointerPanic{3}, "nan", math.NaN(), "inf", math.Inf(-1), "raw", json.RawMessage(`{"a": 1}`), "rune", 'x', "i8", int8(-1), "f32", float32(0.5), "cplx", complex(1, 2), "ch", (chan int)(nil))
	l.Info("odd", "key")
	l.Info("odd", 1, "k", "v", slog.Int("n", 1), 2.5)
	l.Info("odd", slog.Attr{}, slog.Any("", nil), slog.Int("", 0), "", "")
	l.Info("group", slog.Group("g", "a", 1, slog.Group("h", "b", 2)), slog.Group("", "inline", 3), slog.Group("empty"), slog.Group("e2", slog.Group("e3")), "gv", slog.GroupValue(slog.Int("z", 1)), slog.GroupAttrs("ga", slog.Int("y", 2)))
	l.With("w", 1, "x y", "z").Info("with", "a", 2)
	l.With().With(slog.Group("gg", "q", 1)).With("k", user{1, "n"}).Info("with group")
	l.WithGroup("one").Info("no attrs")
	l.WithGroup("one").With("a", 1).Info("in one")
	l.WithGroup("one").With("a", 1).WithGroup("two").Info("empty two")
	l.WithGroup("one").With("a", 1).WithGroup("two").With("b", 2).Info("both", "c", 3, slog.Group("three", "d", 4))
	l.With("a", 1).WithGroup("one").WithGroup("two").Info("lazy", "b", 2)
	l.WithGroup("one").WithGroup("two").Info("empty", slog.Group("x"))
	l.WithGroup("").With("a", 1).WithGroup("s p").Info("space", "k=", 2)
	l.Log(context.Background(), slog.LevelInfo+1, "level")
	l.LogAttrs(nil, slog.LevelError+20, "attrs", slog.Int("a", 1))
	l.InfoContext(context.Background(), "ctx", "a", 1)
}

type failing struct{ slog.Handler }

func (f failing) Handle(context.Context, slog.Record) error { return errors.New("cannot handle") }
func (f failing) Enabled(context.Context, slog.Level) bool  { return true }

func main() {
	for _, opts := range []*slog.HandlerOptions{
		{ReplaceAttr: noTime},
		{ReplaceAttr: noTime, Level: slog.LevelDebug},
		{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			a = noTime(groups, a)
			if a.Key == "a" && len(groups) > 0 {
				return slog.Attr{}
			}
			if a.Key == slog.LevelKey && len(groups) == 0 {
				return slog.String("sev", strings.ToLower(a.Value.String()))
			}
			if a.Key == "b" || a.Key == "c" {
				return slog.Group("repl", slog.String(strings.Join(groups, "/"), a.Value.String()))
			}
			if a.Key == slog.MessageKey && a.Value.String() == "plain" {
				return slog.Attr{}
			}
			return a
		}},
	} {
		everything(slog.New(slog.NewTextHandler(os.Stdout, opts)))
		everything(slog.New(slog.NewJSONHandler(os.Stdout, opts)))
	}

	log.SetOutput(os.Stdout)
	log.SetFlags(log.Lshortfile | log.Lmsgprefix)
	log.SetPrefix("P ")
	everything(slog.Default())
	slog.Info("info", "a", 1)
	slog.Debug("debug")
	slog.Warn("warn")
	slog.Error("error", slog.Int("x", 1))
	slog.InfoContext(nil, "ctx")
	slog.Log(nil, slog.LevelWarn, "log")
	slog.LogAttrs(nil, slog.LevelWarn, "attrs", slog.Int("x", 1))
	slog.With("w", 1).Info("with")
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelDebug))
	slog.Debug("debug now")
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelInfo), slog.Default().Enabled(nil, slog.LevelDebug))

	short := func(groups []string, a slog.Attr) slog.Attr {
		a = noTime(groups, a)
		if a.Key == slog.SourceKey {
			s := a.Value.Any().(*slog.Source)
			s.File = filepath.Base(s.File)
		}
		return a
	}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{AddSource: true, ReplaceAttr: short}), slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{AddSource: true, ReplaceAttr: short})} {
		l := slog.New(h)
		l.Info("source")
		l.LogAttrs(nil, 0, "source")
		l.Log(nil, 0, "source")
		h.Handle(nil, slog.NewRecord(time.Time{}, 0, "no pc", 0))
		slog.SetDefault(l)
		slog.Info("default")
		log.Print("by log")
		log.Printf("by %s\n", "printf")
		slog.NewLogLogger(h, slog.LevelWarn).Println("log logger")
	}
	quiet := slog.NewLogLogger(slog.NewTextHandler(os.Stdout, nil), slog.LevelDebug)
	quiet.Print("not enabled")

	h := slog.NewTextHandler(os.Stdout, nil)
	r := slog.NewRecord(at, slog.LevelInfo, "record", 0)
	r.Add("a", 1, slog.Int("b", 2), "c")
	r.AddAttrs(slog.Group("none"), slog.Int("d", 4))
	h.Handle(nil, r)
	slog.NewJSONHandler(os.Stdout, nil).Handle(nil, r)
	c := r.Clone()
	c.Add("more", true)
	fmt.Println(r.NumAttrs(), c.NumAttrs(), r.Source())
	r.Attrs(func(a slog.Attr) bool { fmt.Print(a, "; "); return a.Key != "b" })
	fmt.Println()

	for l := slog.Level(-6); l < 12; l++ {
		b, _ := json.Marshal(l)
		var m slog.Level
		err := json.Unmarshal(b, &m)
		fmt.Print(l, " ", string(b), " ", m == l, err, "; ")
	}
	fmt.Println()
	var lv slog.LevelVar
	for _, s := range []string{"debug", "Info+3", "WARN-2", "error+", "x", "", "info+x", "INFO+0", "+3"} {
		err := lv.UnmarshalText([]byte(s))
		fmt.Println(s, &lv, lv.Level(), err)
	}
	lv.Set(slog.LevelError)
	b, err := lv.MarshalText()
	fmt.Println(string(b), err)

	for _, v := range []any{nil, 1, "x", 2.5, true, at, time.Second, uint8(3), []slog.Attr{slog.Int("a", 1)}, slog.IntValue(4), secret("s"), errors.New("e"), []int{1}, 'c', int16(2), uintptr(9)} {
		value := slog.AnyValue(v)
		fmt.Printf("%v %v %v %T;", value.Kind(), value, value.Resolve(), value.Any())
	}
	fmt.Println(slog.Kind(50), slog.Kind(-1))
	fmt.Println(slog.AnyValue(endless{}).Resolve(), strings.SplitN(slog.AnyValue(panics{}).Resolve().String(), "\n", 2)[0])
	for _, f := range []func(){
		func() { slog.IntValue(1).Bool() }, func() { slog.StringValue("x").Int64() }, func() { slog.BoolValue(true).Uint64() }, func() { slog.BoolValue(true).Float64() }, func() { slog.BoolValue(true).Duration() },
		func() { slog.IntValue(1).Time() }, func() { slog.IntValue(1).Group() }, func() { slog.New(nil) }, func() { slog.AnyValue([]int{}).Equal(slog.AnyValue([]int{})) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(slog.IntValue(1).Equal(slog.Int64Value(1)), slog.IntValue(1).Equal(slog.Uint64Value(1)), slog.TimeValue(at).Equal(slog.TimeValue(at.Local())), slog.Group("a", "b", 1).Equal(slog.Group("a", "b", 1)), slog.Int("a", 1).Equal(slog.Int("b", 1)), slog.Value{}.Equal(slog.AnyValue(nil)))

	var one, two bytes.Buffer
	multi := slog.NewMultiHandler(slog.NewTextHandler(&one, &slog.HandlerOptions{ReplaceAttr: noTime}), slog.NewJSONHandler(&two, &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelWarn}))
	ml := slog.New(multi).With("a", 1).WithGroup("g")
	ml.Info("one", "b", 2)
	ml.Warn("two", "b", 2)
	fmt.Print(one.String(), two.String())
	fmt.Println(slog.NewMultiHandler(failing{}, slog.DiscardHandler, failing{}).Handle(context.Background(), slog.Record{}), slog.NewMultiHandler().Enabled(nil, 0))
	slog.New(slog.DiscardHandler).With("a", 1).WithGroup("x").Error("nothing")

	pr, pw := io.Pipe()
	go func() {
		l := slog.New(slog.NewTextHandler(pw, &slog.HandlerOptions{ReplaceAttr: noTime}))
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() { l.With("k", "v").Info("line", "a", 1) })
		}
		wg.Wait()
		pw.Close()
	}()
	all, _ := io.ReadAll(pr)
	fmt.Println(strings.Count(string(all), "level=INFO msg=line k=v a=1\n"))
}
