package debug

import (
	"os"
	"runtime"
	"slices"
	"time"
)

// GCStats describes the latest collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats. The history has the last collection only.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	if m.NumGC > 0 {
		last := (m.NumGC + 255) % 256
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[last]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[last])))
	}
	if n := len(stats.PauseQuantiles); n > 0 {
		sorted := slices.Sorted(slices.Values(stats.Pause))
		for i := range stats.PauseQuantiles {
			stats.PauseQuantiles[i] = 0
			if len(sorted) > 0 {
				stats.PauseQuantiles[i] = sorted[(len(sorted)-1)*i/max(n-1, 1)]
			}
		}
	}
}

// CrashOptions is for SetCrashOutput.
type CrashOptions struct{}

// SetCrashOutput is accepted; crashes are printed to standard error only.
func SetCrashOutput(f *os.File, opts CrashOptions) error { return nil }

// WriteHeapDump writes nothing.
func WriteHeapDump(fd uintptr) {}
