package slog

import (
	"bytes"
	"context"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// Handler decides what becomes of messages. Goroutines may share it.
type Handler interface {
	// Enabled reports whether messages of that level are handled; it is asked first.
	Enabled(context.Context, Level) bool
	// Handle handles a message. It leaves out a zero time and attributes without key and value, and
	// takes a group without a key for its attributes.
	Handle(context.Context, Record) error
	// WithAttrs returns a Handler that adds attributes to each message.
	WithAttrs(attrs []Attr) Handler
	// WithGroup returns a Handler that puts all attributes that come later into a group.
	WithGroup(name string) Handler
}

// HandlerOptions are options of a TextHandler or JSONHandler. Zero stands for the usual.
type HandlerOptions struct {
	AddSource bool    // write the place in the source code
	Level     Leveler // the least level that is written; nil is LevelInfo
	// ReplaceAttr is called with each attribute that is no group, and the groups that it is in; what it
	// returns is written, nothing for a zero Attr. Time, level, source and message are attributes too,
	// without groups.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// TimeKey and the others are the keys of what every message has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// format is what TextHandler, JSONHandler and the default handler have in common: attributes become
// text as soon as they are known.
type format struct {
	isJSON bool
	opts   HandlerOptions
	done   []byte   // attributes of WithAttrs
	groups []string // of WithGroup
	opened int      // groups that done has opened
	mu     *sync.Mutex
	w      io.Writer
}

func (f *format) enabled(level Level) bool {
	least := LevelInfo
	if f.opts.Level != nil {
		least = f.opts.Level.Level()
	}
	return level >= least
}

func (f *format) withGroup(name string) format {
	g := *f
	g.groups = append(slices.Clip(f.groups), name)
	return g
}

func (f *format) withAttrs(as []Attr) format {
	g := *f
	s := f.state(slices.Clone(f.done))
	if s.attrs(f.opened, as) {
		g.done = s.out
		g.opened = len(f.groups)
	}
	return g
}

// state is a line that is being written.
type state struct {
	f      *format
	out    []byte
	prefix string   // of keys, in text
	groups []string // for ReplaceAttr
}

func (f *format) state(out []byte) *state { return &state{f: f, out: out} }

// attrs writes attributes into all groups of the handler, of which some are open; it reports whether
// anything was written. If not, no group was opened either.
func (s *state) attrs(opened int, as []Attr) bool {
	before := len(s.out)
	for _, name := range s.f.groups[:opened] {
		s.enter(name)
	}
	for _, name := range s.f.groups[opened:] {
		s.open(name)
	}
	written := false
	for _, a := range as {
		if s.attr(a) {
			written = true
		}
	}
	if !written {
		s.out = s.out[:before]
	}
	return written
}

// enter notes that a group is open.
func (s *state) enter(name string) {
	s.groups = append(s.groups, name)
	s.prefix += name + "."
}

func (s *state) open(name string) {
	if s.f.isJSON {
		s.key(name)
		s.out = append(s.out, '{')
	}
	s.enter(name)
}

func (s *state) key(key string) {
	if s.f.isJSON {
		if n := len(s.out); n > 0 && s.out[n-1] != '{' {
			s.out = append(s.out, ',')
		}
		s.out = append(appendJSON(s.out, key), ':')
		return
	}
	if len(s.out) > 0 {
		s.out = append(s.out, ' ')
	}
	if needsQuotes(key) || s.prefix != "" && needsQuotes(s.prefix) {
		s.out = strconv.AppendQuote(s.out, s.prefix+key)
	} else {
		s.out = append(append(s.out, s.prefix...), key...)
	}
	s.out = append(s.out, '=')
}

// text writes a string, in quotation marks where it needs them.
func (s *state) text(t string) {
	switch {
	case s.f.isJSON:
		s.out = appendJSON(s.out, t)
	case needsQuotes(t):
		s.out = strconv.AppendQuote(s.out, t)
	default:
		s.out = append(s.out, t...)
	}
}

func needsQuotes(s string) bool {
	for _, r := range s {
		switch {
		case r == ' ' || r == '=' || r == '"' || r < ' ' || r == utf8.RuneError:
			return true
		case r >= utf8.RuneSelf && (unicode.IsSpace(r) || !unicode.IsPrint(r)):
			return true
		}
	}
	return s == ""
}

// appendJSON appends v as JSON, with <, > and & as they are.
func appendJSON(dst []byte, v any) []byte {
	dst, _ = tryJSON(dst, v)
	return dst
}

func tryJSON(dst []byte, v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return dst, err
	}
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), nil
}

// attr writes an attribute and reports whether there was anything to write.
func (s *state) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := s.f.opts.ReplaceAttr; replace != nil && a.Value.kind != KindGroup {
		a = replace(s.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isZero() {
		return false
	}
	if source, ok := a.Value.any.(*Source); ok && a.Value.kind == KindAny {
		if s.f.isJSON {
			a.Value = source.group()
		} else {
			a.Value = StringValue(fmt.Sprintf("%s:%d", source.File, source.Line))
		}
	}
	if a.Value.kind != KindGroup {
		s.key(a.Key)
		s.value(a.Value)
		return true
	}
	before, prefix, depth := len(s.out), s.prefix, len(s.groups)
	if a.Key != "" {
		s.open(a.Key)
	}
	written := false
	for _, inner := range a.Value.Group() {
		if s.attr(inner) {
			written = true
		}
	}
	s.prefix, s.groups = prefix, s.groups[:depth]
	if !written {
		s.out = s.out[:before]
		return false
	}
	if a.Key != "" && s.f.isJSON {
		s.out = append(s.out, '}')
	}
	return true
}

// value writes a value. A panic of its methods becomes its text.
func (s *state) value(v Value) {
	before := len(s.out)
	defer func() {
		if r := recover(); r != nil {
			s.out = s.out[:before]
			if p := reflect.ValueOf(v.any); p.Kind() == reflect.Pointer && p.IsNil() {
				if s.f.isJSON {
					s.out = append(s.out, "null"...)
				} else {
					s.text("<nil>")
				}
				return
			}
			s.text(fmt.Sprintf("!PANIC: %v", r))
		}
	}()
	var err error
	if s.f.isJSON {
		err = s.jsonValue(v)
	} else {
		err = s.textValue(v)
	}
	if err != nil {
		s.out = s.out[:before]
		s.text(fmt.Sprintf("!ERROR:%v", err))
	}
}

func (s *state) textValue(v Value) error {
	switch v.kind {
	case KindTime:
		s.text(v.Time().Format("2006-01-02T15:04:05.000Z07:00"))
	case KindAny:
		switch x := v.any.(type) {
		case encoding.TextMarshaler:
			text, err := x.MarshalText()
			if err != nil {
				return err
			}
			s.text(string(text))
		case []byte:
			s.text(string(x))
		default:
			if t := reflect.TypeOf(x); t != nil && t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
				s.text(string(reflect.ValueOf(x).Bytes()))
				return nil
			}
			s.text(fmt.Sprintf("%+v", x))
		}
	default:
		s.text(v.String())
	}
	return nil
}

func (s *state) jsonValue(v Value) error {
	var x any = v.any
	switch v.kind {
	case KindInt64, KindDuration:
		s.out = strconv.AppendInt(s.out, int64(v.num), 10)
		return nil
	case KindUint64, KindBool, KindFloat64:
		x = v.Any()
	case KindTime:
		if year := v.Time().Year(); year < 0 || year >= 10000 {
			s.text(v.Time().Format(time.RFC3339Nano))
			return nil
		}
		x = v.Time()
	case KindAny:
		_, isJSON := x.(json.Marshaler)
		if err, ok := x.(error); ok && !isJSON {
			s.text(err.Error())
			return nil
		}
	}
	var err error
	s.out, err = tryJSON(s.out, x)
	return err
}

// builtin writes what every message has.
func (s *state) builtin(a Attr) {
	if s.f.opts.ReplaceAttr != nil {
		s.attr(a)
		return
	}
	s.key(a.Key)
	if level, ok := a.Value.any.(Level); ok {
		s.text(level.String())
	} else if source, ok := a.Value.any.(*Source); ok {
		s.source(source)
	} else {
		s.value(a.Value)
	}
}

func (s *state) source(source *Source) {
	if !s.f.isJSON {
		s.text(fmt.Sprintf("%s:%d", source.File, source.Line))
		return
	}
	s.out = append(s.out, '{')
	for _, a := range source.group().Group() {
		s.key(a.Key)
		s.value(a.Value)
	}
	s.out = append(s.out, '}')
}

// rest writes the attributes of a message.
func (s *state) rest(r Record) {
	f := s.f
	if len(f.done) > 0 {
		if n := len(s.out); n > 0 && s.out[n-1] != '{' {
			if f.isJSON {
				s.out = append(s.out, ',')
			} else {
				s.out = append(s.out, ' ')
			}
		}
		s.out = append(s.out, f.done...)
	}
	open := f.opened
	if len(r.attrs) > 0 && s.attrs(f.opened, r.attrs) {
		open = len(f.groups)
	}
	if f.isJSON {
		s.out = append(s.out, bytes.Repeat([]byte("}"), open+1)...)
	}
}

func (f *format) handle(r Record) error {
	var s *state
	if f.isJSON {
		s = f.state([]byte("{"))
	} else {
		s = f.state(nil)
	}
	if !r.Time.IsZero() {
		s.builtin(Time(TimeKey, r.Time))
	}
	s.builtin(Any(LevelKey, r.Level))
	if f.opts.AddSource {
		source := r.Source()
		if source == nil {
			source = &Source{}
		}
		s.builtin(Any(SourceKey, source))
	}
	s.builtin(String(MessageKey, r.Message))
	s.rest(r)
	s.out = append(s.out, '\n')
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.w.Write(s.out)
	return err
}

func newFormat(isJSON bool, w io.Writer, opts *HandlerOptions) format {
	f := format{isJSON: isJSON, w: w, mu: new(sync.Mutex)}
	if opts != nil {
		f.opts = *opts
	}
	return f
}

// TextHandler writes messages as lines of key=value, with quotation marks where text needs them. Keys
// in groups are written as group.key.
type TextHandler struct{ format }

// NewTextHandler returns a TextHandler that writes to w; opts may be nil.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newFormat(false, w, opts)}
}

// Enabled reports whether the level is at least that of the options.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs returns a TextHandler that adds attributes to each message.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.withAttrs(attrs)} }

// WithGroup returns a TextHandler that puts all attributes that come later into a group.
func (h *TextHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &TextHandler{h.withGroup(name)}
}

// Handle writes a message in one Write.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// JSONHandler writes messages as lines of JSON. Groups are objects, durations numbers of nanoseconds,
// errors their messages.
type JSONHandler struct{ format }

// NewJSONHandler returns a JSONHandler that writes to w; opts may be nil.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newFormat(true, w, opts)}
}

// Enabled reports whether the level is at least that of the options.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// WithAttrs returns a JSONHandler that adds attributes to each message.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.withAttrs(attrs)} }

// WithGroup returns a JSONHandler that puts all attributes that come later into a group.
func (h *JSONHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &JSONHandler{h.withGroup(name)}
}

// Handle writes a message in one Write.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// defaultHandler writes by package log.
type defaultHandler struct{ format }

func (h *defaultHandler) Enabled(_ context.Context, level Level) bool {
	return level >= logLevel.Level()
}

func (h *defaultHandler) WithAttrs(attrs []Attr) Handler { return &defaultHandler{h.withAttrs(attrs)} }

func (h *defaultHandler) WithGroup(name string) Handler { return &defaultHandler{h.withGroup(name)} }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	s := h.state([]byte(r.Level.String() + " " + r.Message))
	s.rest(r)
	return log.Output(4, string(s.out)) // past Handle, log and, say, Info
}

// DiscardHandler handles nothing.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (h discardHandler) WithAttrs([]Attr) Handler           { return h }
func (h discardHandler) WithGroup(string) Handler           { return h }

// MultiHandler hands messages to several handlers.
type MultiHandler struct{ handlers []Handler }

// NewMultiHandler returns a MultiHandler of these handlers.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of the handlers is.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.handlers, func(h Handler) bool { return h.Enabled(ctx, l) })
}

// Handle hands a message to all handlers that are enabled, and joins their errors.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, handler := range h.handlers {
		if handler.Enabled(ctx, r.Level) {
			errs = append(errs, handler.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(errs...)
}

func (h *MultiHandler) each(f func(Handler) Handler) *MultiHandler {
	all := &MultiHandler{}
	for _, handler := range h.handlers {
		all.handlers = append(all.handlers, f(handler))
	}
	return all
}

// WithAttrs returns a MultiHandler of the handlers with attributes.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return h.each(func(h Handler) Handler { return h.WithAttrs(attrs) })
}

// WithGroup returns a MultiHandler of the handlers with a group.
func (h *MultiHandler) WithGroup(name string) Handler {
	return h.each(func(h Handler) Handler { return h.WithGroup(name) })
}
