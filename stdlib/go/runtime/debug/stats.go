package debug

import (
	"os"
	"runtime"
	"slices"
	"time"
)

// GCStats tells about collections.
type GCStats struct {
	LastGC         time.Time       // when the last one was
	NumGC          int64           // how many there were
	PauseTotal     time.Duration   // how long the program stood still in all
	Pause          []time.Duration // how long each time, the last first
	PauseEnd       []time.Time     // when each time ended
	PauseQuantiles []time.Duration // least, median and so on, as many as the slice is long
}

// ReadGCStats fills stats. In gorun the history has the last collection only.
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

// CrashOptions are options of SetCrashOutput, of which there are none.
type CrashOptions struct{}

// SetCrashOutput should have crashes printed to f too. gorun accepts it and prints them to standard
// error only.
func SetCrashOutput(f *os.File, opts CrashOptions) error { return nil }

// WriteHeapDump should write all of the memory to a file. gorun writes nothing.
func WriteHeapDump(fd uintptr) {}
