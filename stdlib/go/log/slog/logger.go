// Package slog logs messages with attributes: keys and values that programs can read.
//
//	slog.Info("started", "port", 8080, "debug", true)
//	// 2026/11/21 07:45:00 INFO started port=8080 debug=true
//
//	logger := slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("worker", 3)
//	logger.Warn("slow", slog.Duration("took", 2*time.Second), slog.Group("job", "id", 7))
//	// {"time":"...","level":"WARN","msg":"slow","worker":3,"took":2000000000,"job":{"id":7}}
//
// A Logger hands each message to its Handler, which decides what is written, how and to where. The
// functions of the package use the default Logger, which writes by package log.
//
// Attributes are told by a key and a value after it, or by an Attr. Goroutines may share loggers and
// the handlers of this package.
package slog

import (
	"context"
	"log"
	"runtime"
	"sync/atomic"
	"time"
)

// Logger hands messages to a Handler.
type Logger struct {
	handler Handler
}

// New returns a Logger of a Handler. It panics if that is nil.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

var (
	defaultLogger atomic.Pointer[Logger]
	// logLevel is the least level that the default handler writes, and the level of messages of package
	// log that go to a handler.
	logLevel LevelVar
)

func init() { defaultLogger.Store(New(&defaultHandler{})) }

// Default returns the Logger that the package's functions use.
func Default() *Logger { return defaultLogger.Load() }

// SetDefault sets the Logger that the package's functions use. Messages of package log go to it too
// from now on.
func SetDefault(l *Logger) {
	defaultLogger.Store(l)
	if _, ok := l.Handler().(*defaultHandler); !ok {
		hasPlace := log.Flags()&(log.Lshortfile|log.Llongfile) != 0
		log.SetOutput(&handlerWriter{l.Handler(), &logLevel, hasPlace})
		log.SetFlags(0)
	}
}

// SetLogLoggerLevel sets the least level that the first default Logger writes; after SetDefault, the
// level of messages of package log. It returns the one before.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLevel.Level()
	logLevel.Set(level)
	return oldLevel
}

// handlerWriter hands what a log.Logger writes to a Handler.
type handlerWriter struct {
	h        Handler
	level    Leveler
	hasPlace bool
}

func (w *handlerWriter) Write(text []byte) (int, error) {
	level := w.level.Level()
	ctx := context.Background()
	if !w.h.Enabled(ctx, level) {
		return 0, nil
	}
	var pcs [1]uintptr
	if w.hasPlace {
		runtime.Callers(5, pcs[:]) // past Callers, Write, io.WriteString, Output and, say, Print
	}
	n := len(text)
	if n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	return n, w.h.Handle(ctx, NewRecord(time.Now(), level, string(text), pcs[0]))
}

// NewLogLogger returns a log.Logger whose messages go to h with that level.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level, true}, "", 0)
}

// Handler returns the Logger's Handler.
func (l *Logger) Handler() Handler { return l.handler }

// Enabled reports whether messages of that level are logged.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// With returns a Logger that adds attributes to each message.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrs(args))}
}

// WithGroup returns a Logger that puts the attributes of messages, and of later calls of With, into a
// group of that name.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// log is called by what the program calls, and only by that, so that the place is right.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.Add(args...)
	l.handler.Handle(ctx, r)
}

// logAttrs is log with attributes.
func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.AddAttrs(attrs...)
	l.handler.Handle(ctx, r)
}

// Log logs a message with a level. args are keys and values in turn, or Attrs; a value without a key
// gets the key "!BADKEY".
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

// LogAttrs is Log with attributes, which is faster.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs)
}

// Log logs a message by the default Logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args)
}

// LogAttrs logs a message with attributes by the default Logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs)
}

// With returns Default().With(args...).
func With(args ...any) *Logger { return Default().With(args...) }

// Debug logs a message with LevelDebug; for args see Logger.Log.
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, args) }

// DebugContext logs a message with LevelDebug and gives ctx to the Handler.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

// Debug logs a message with LevelDebug by the default Logger; for args see Logger.Log.
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, args) }

// DebugContext logs a message with LevelDebug by the default Logger and gives ctx to its Handler.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args)
}

// Info logs a message with LevelInfo; for args see Logger.Log.
func (l *Logger) Info(msg string, args ...any) { l.log(nil, LevelInfo, msg, args) }

// InfoContext logs a message with LevelInfo and gives ctx to the Handler.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

// Info logs a message with LevelInfo by the default Logger; for args see Logger.Log.
func Info(msg string, args ...any) { Default().log(nil, LevelInfo, msg, args) }

// InfoContext logs a message with LevelInfo by the default Logger and gives ctx to its Handler.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args)
}

// Warn logs a message with LevelWarn; for args see Logger.Log.
func (l *Logger) Warn(msg string, args ...any) { l.log(nil, LevelWarn, msg, args) }

// WarnContext logs a message with LevelWarn and gives ctx to the Handler.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

// Warn logs a message with LevelWarn by the default Logger; for args see Logger.Log.
func Warn(msg string, args ...any) { Default().log(nil, LevelWarn, msg, args) }

// WarnContext logs a message with LevelWarn by the default Logger and gives ctx to its Handler.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args)
}

// Error logs a message with LevelError; for args see Logger.Log.
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, args) }

// ErrorContext logs a message with LevelError and gives ctx to the Handler.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

// Error logs a message with LevelError by the default Logger; for args see Logger.Log.
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, args) }

// ErrorContext logs a message with LevelError by the default Logger and gives ctx to its Handler.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args)
}
