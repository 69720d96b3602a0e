// A program that runs tests: what fails, what is printed.
package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime/pprof"
	"runtime/trace"
	"strings"
	"testing"
)

func main() {
	testing.Main(func(p, s string) (bool, error) { return strings.Contains(s, p), nil }, []testing.InternalTest{
		{"TestA", func(t *testing.T) {
			t.Log("hello", t.Name())
			t.Run("sub one", func(t *testing.T) { t.Error("bad\nthing"); t.Logf("x %d", 1) })
			t.Run("sub one", func(t *testing.T) { t.Skip("why") })
			t.Run("par", func(t *testing.T) { t.Parallel(); t.Log("par") })
			t.Cleanup(func() { fmt.Println("clean") })
			helper(t)
		}},
		{"TestB", func(t *testing.T) {
			t.Setenv("A", "b")
			d := t.TempDir()
			_ = d
			if testing.AllocsPerRun(10, func() {}) != 0 {
				t.Fatal("allocs")
			}
			var b bytes.Buffer
			pprof.Lookup("goroutine").WriteTo(&b, 2)
			if !strings.Contains(b.String(), "goroutine 1 [") {
				t.Error(b.String())
			}
			pprof.Do(context.Background(), pprof.Labels("a", "b"), func(ctx context.Context) {
				pprof.ForLabels(ctx, func(k, v string) bool { fmt.Println(k, v); return true })
			})
			trace.WithRegion(context.Background(), "x", func() {})
			t.Fatalf("end %v", 1)
		}},
		{"TestC", func(t *testing.T) {}},
	}, []testing.InternalBenchmark{{"BenchmarkX", func(b *testing.B) {
		for b.Loop() {
		}
	}}}, nil)
}

func helper(t *testing.T) {
	t.Helper()
	t.Errorf("in helper")
}
