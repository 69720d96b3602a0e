// Package trace has the execution tracer. Nothing is recorded here: traces are empty.
package trace

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"
)

var (
	mu sync.Mutex
	on bool
)

// Start notes that tracing is on.
func Start(w io.Writer) error {
	mu.Lock()
	defer mu.Unlock()
	if on {
		return errors.New("tracing is already enabled")
	}
	on = true
	return nil
}

func Stop() {
	mu.Lock()
	defer mu.Unlock()
	on = false
}

func IsEnabled() bool {
	mu.Lock()
	defer mu.Unlock()
	return on
}

// A Task is an operation that the trace shows.
type Task struct{}

func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	return pctx, &Task{}
}

func (t *Task) End() {}

// A Region is part of a goroutine's life.
type Region struct{}

func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

func (r *Region) End() {}

func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

func Log(ctx context.Context, category, message string) {}

func Logf(ctx context.Context, category, format string, args ...any) {}

// FlightRecorderConfig says how much a recorder keeps.
type FlightRecorderConfig struct {
	MinAge   time.Duration
	MaxBytes uint64
}

// A FlightRecorder keeps the last part of a trace.
type FlightRecorder struct {
	mu sync.Mutex
	on bool
}

func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder { return &FlightRecorder{} }

func (fr *FlightRecorder) Start() error {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	if fr.on {
		return errors.New("cannot enable a enabled flight recorder")
	}
	fr.on = true
	return nil
}

func (fr *FlightRecorder) Stop() {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	fr.on = false
}

func (fr *FlightRecorder) Enabled() bool {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	return fr.on
}

// WriteTo writes what was kept, which is nothing.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.Enabled() {
		return 0, errors.New("cannot snapshot a disabled flight recorder")
	}
	return 0, nil
}
