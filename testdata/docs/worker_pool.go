// unordered
package main

import (
	"fmt"
	"sync"
	"time"
)

type Job struct {
	ID   int
	Data string
}

type Result struct {
	JobID  int
	Output string
	Error  error
}

func workerPool(numWorkers int, jobs <-chan Job, results chan<- Result) {
	var wg sync.WaitGroup
	for w := 1; w <= numWorkers; w++ {
		wg.Add(1)
		go func(workerID int) {
			defer wg.Done()
			for job := range jobs {
				time.Sleep(5 * time.Millisecond)
				results <- Result{JobID: job.ID, Output: fmt.Sprintf("Processed: %s", job.Data)}
			}
		}(w)
	}
	go func() {
		wg.Wait()
		close(results)
	}()
}

func main() {
	numJobs, numWorkers := 10, 3
	jobs := make(chan Job, numJobs)
	results := make(chan Result, numJobs)
	workerPool(numWorkers, jobs, results)
	for j := 1; j <= numJobs; j++ {
		jobs <- Job{ID: j, Data: fmt.Sprintf("data-%d", j)}
	}
	close(jobs)
	for result := range results {
		fmt.Printf("Result: %+v\n", result)
	}
}
