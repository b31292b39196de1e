"""Who says it, and how firmly: claims; transfers and agreements with their claims."""
