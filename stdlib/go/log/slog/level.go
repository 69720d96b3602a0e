package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// Level is how important a message is: the higher the more.
type Level int

// LevelDebug and the others are the usual levels. There is room for others between them.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// String returns the level as text: "INFO", or "INFO+2" for one between the usual ones.
func (l Level) String() string {
	name, base := "ERROR", LevelError
	switch {
	case l < LevelInfo:
		name, base = "DEBUG", LevelDebug
	case l < LevelWarn:
		name, base = "INFO", LevelInfo
	case l < LevelError:
		name, base = "WARN", LevelWarn
	}
	if l == base {
		return name
	}
	return fmt.Sprintf("%s%+d", name, int(l-base))
}

// MarshalJSON returns the text in quotation marks.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON sets l from what MarshalJSON returns, in any case.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

// AppendText appends the text to b.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText returns the text.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText sets l from what MarshalText returns, in any case.
func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

func (l *Level) parse(s string) error {
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		name = s[:i]
		var err error
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
	}
	levels := map[string]Level{"DEBUG": LevelDebug, "INFO": LevelInfo, "WARN": LevelWarn, "ERROR": LevelError}
	base, ok := levels[strings.ToUpper(name)]
	if !ok {
		return fmt.Errorf("slog: level string %q: %w", s, errors.New("unknown name"))
	}
	*l = base + Level(offset)
	return nil
}

// Level returns l, so that a Level is a Leveler.
func (l Level) Level() Level { return l }

// Leveler tells a level: a Level, or a LevelVar, which can change.
type Leveler interface {
	Level() Level
}

// LevelVar is a level that can be changed while it is in use. Goroutines may share it. The zero value
// is LevelInfo.
//
//	var level slog.LevelVar
//	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: &level})))
//	level.Set(slog.LevelDebug)
type LevelVar struct {
	val atomic.Int64
}

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.val.Load()) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.val.Store(int64(l)) }

// String returns the level as "LevelVar(INFO)".
func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// AppendText appends the level's text to b.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText returns the level's text.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText sets the level as Level.UnmarshalText does.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	if err := l.UnmarshalText(data); err != nil {
		return err
	}
	v.Set(l)
	return nil
}
