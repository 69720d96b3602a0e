package sync

// Map is a map that many goroutines may use.
type Map struct {
	noCopy noCopy
	m      RWMutex
	items  map[any]any
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.m.RLock()
	value, ok = m.items[key]
	m.m.RUnlock()
	return value, ok
}

func (m *Map) set(key, value any) {
	if m.items == nil {
		m.items = map[any]any{}
	}
	m.items[key] = value
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear deletes everything.
func (m *Map) Clear() {
	m.m.Lock()
	m.items = nil
	m.m.Unlock()
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.Load(key); loaded {
		return actual, true
	}
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.items[key]; !loaded {
		actual = value
		m.set(key, value)
	}
	return actual, loaded
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.items[key]
	delete(m.items, key)
	return value, loaded
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.items[key]
	m.set(key, value)
	return previous, loaded
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.items[key]; !ok || value != old {
		return false
	}
	m.items[key] = new
	return true
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.items[key]; !ok || value != old {
		return false
	}
	delete(m.items, key)
	return true
}

// Range calls f for each entry until it returns false. f may use the map.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.RLock()
	keys := make([]any, 0, len(m.items))
	for k := range m.items {
		keys = append(keys, k)
	}
	m.m.RUnlock()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
