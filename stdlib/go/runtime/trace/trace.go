// Package trace records what a program does. In gorun traces are empty.
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

// Start turns tracing on, to w; an error if it is on.
func Start(w io.Writer) error {
	mu.Lock()
	defer mu.Unlock()
	if on {
		return errors.New("tracing is already enabled")
	}
	on = true
	return nil
}

// Stop turns tracing off.
func Stop() {
	mu.Lock()
	defer mu.Unlock()
	on = false
}

// IsEnabled reports whether tracing is on.
func IsEnabled() bool {
	mu.Lock()
	defer mu.Unlock()
	return on
}

// Task is an operation that may take several goroutines.
type Task struct{}

// NewTask begins a task and returns a context that belongs to it. Call its End.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	return pctx, &Task{}
}

// End ends the task.
func (t *Task) End() {}

// Region is a part of what a goroutine does.
type Region struct{}

// StartRegion begins a region. The same goroutine must call its End.
func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

// End ends the region.
func (r *Region) End() {}

// WithRegion calls fn as a region.
func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

// Log adds a message to the trace.
func Log(ctx context.Context, category, message string) {}

// Logf adds a formatted message to the trace.
func Logf(ctx context.Context, category, format string, args ...any) {}

// FlightRecorderConfig says how much a FlightRecorder keeps.
type FlightRecorderConfig struct {
	MinAge   time.Duration // at least the events of that time
	MaxBytes uint64        // at most about that many bytes
}

// FlightRecorder keeps the last part of a trace in memory.
type FlightRecorder struct {
	mu sync.Mutex
	on bool
}

// NewFlightRecorder makes a FlightRecorder, which is off.
func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder { return &FlightRecorder{} }

// Start turns the recorder on.
func (fr *FlightRecorder) Start() error {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	if fr.on {
		return errors.New("cannot enable a enabled flight recorder")
	}
	fr.on = true
	return nil
}

// Stop turns the recorder off.
func (fr *FlightRecorder) Stop() {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	fr.on = false
}

// Enabled reports whether the recorder is on.
func (fr *FlightRecorder) Enabled() bool {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	return fr.on
}

// WriteTo writes what is kept, which in gorun is nothing.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.Enabled() {
		return 0, errors.New("cannot snapshot a disabled flight recorder")
	}
	return 0, nil
}
